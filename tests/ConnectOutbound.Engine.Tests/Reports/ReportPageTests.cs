using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ConnectOutbound.Engine.Reports;
using static ConnectOutbound.Engine.Tests.Reports.ReportMaker;

namespace ConnectOutbound.Engine.Tests.Reports;

public class ReportPageTests
{
    private const string Hostile = "</script><img src=x onerror=alert(1)>\"'&{{Script}}";

    [Fact]
    public void What_rows_hold_is_never_markup()
    {
        OutboundContact contact = new(null)
        {
            RowNumber = 1,
            Destination = Hostile,
            Status = OutboundStatus.Failed,
            ContactId = Hostile,
            Reason = Hostile,
            ErrorCode = Hostile,
            RequestId = Hostile,
            InstanceId = Hostile,
            RunName = Hostile,
        };
        string page = Page([contact], options => options with { Title = Hostile, ShowNumber = true });
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("onerror=alert(1)>", page, StringComparison.Ordinal);
        Assert.Equal(Count(Page([]), "</script>"), Count(page, "</script>"));
        Assert.Contains("<title>&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;{{Script}}</title>", page, StringComparison.Ordinal);
        Assert.Equal(Hostile, RowsOf(page)[0][1].GetString());
    }

    [Fact]
    public void Braces_in_data_are_no_parts_of_the_template()
    {
        string page = Page([Contact(1, OutboundStatus.Invalid, reason: "{{Data}} {{Nothing}}")]);
        Assert.Contains("{{Data}} {{Nothing}}", page, StringComparison.Ordinal);
        Assert.Equal(1, Count(page, "\"statuses\":"));
    }

    [Theory]
    [InlineData("a\u0000b\u001b[31m", "a\\u0000b\\u001B[31m")]
    [InlineData("one\r\n\ttwo\u00A0three", "one   two three")]
    [InlineData("\u202Eturned\u2066", "\\u202Eturned\\u2066")]
    [InlineData("\uFEFFmark\u200B", "\\uFEFFmark\\u200B")]
    [InlineData("مرحبا 😀 👩\u200D👧", "مرحبا 😀 👩\u200D👧")]
    public void Characters_that_cannot_be_seen_are_shown_as_escapes(string reason, string expected)
    {
        RunReport report = Of([Contact(1, OutboundStatus.Invalid, reason: reason)]);
        Assert.Equal(expected, report.Rows[0].Reason);
        string page = ReportPage.Build(report);
        Assert.Equal(page, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(page)));
    }

    [Fact]
    public void Half_a_character_becomes_the_replacement_character() =>
        Assert.Equal("cut \uFFFD off", Of([Contact(1, OutboundStatus.Invalid, reason: "cut \uD83D off")]).Rows[0].Reason);

    [Fact]
    public void Right_to_left_text_does_not_turn_what_stands_beside_it() =>
        Assert.Contains("<bdi>مرحبا</bdi>", Page([Contact(1, OutboundStatus.Invalid, reason: "مرحبا")]), StringComparison.Ordinal);

    [Fact]
    public void The_policy_allows_the_own_style_and_script_and_nothing_else()
    {
        string page = Page([Contact(1, second: 0)]);
        string style = Regex.Match(page, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
        string script = Regex.Match(page, "<script>(.*?)</script>", RegexOptions.Singleline).Groups[1].Value;
        Assert.Contains(
            $"content=\"default-src 'none'; style-src '{Hash(style)}'; script-src '{Hash(script)}'; base-uri 'none'; form-action 'none'\"",
            page, StringComparison.Ordinal);
        Assert.DoesNotMatch("\\sstyle=|\\son[a-z]+=|<link|<iframe|<object|@import|url\\(|https?://", page);
        Assert.DoesNotMatch("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(|new Function", script);
        Assert.DoesNotContain('\r', page);
    }

    [Fact]
    public void Numbers_are_masked_in_the_column_and_within_texts()
    {
        string page = Page(
        [
            Contact(1, OutboundStatus.Invalid, "(206) 555-0102", "'(206) 555-0102' has no country code; row 3 has +1 206 555 0103.", "DestinationInvalid"),
            Contact(2, OutboundStatus.Failed, "+12065550104", "The destination +12065550104 was refused.", "InvalidRequestException"),
            Contact(3, OutboundStatus.Invalid, "12-06\u200B555-01-05", "'12-06\\u200B555-01-05' is no number.", "DestinationInvalid"),
            Contact(4, OutboundStatus.Started, "+12065550106", second: 0),
        ]);
        Assert.DoesNotMatch(@"206\D{0,8}555|555\D{0,8}01", page);
        foreach (string last in new[] { "…0102", "…0103", "…0104", "…1-05" })
            Assert.Contains(last, page, StringComparison.Ordinal);
        Assert.Equal("…0106", RowsOf(page)[3][1].GetString());
    }

    [Fact]
    public void Numbers_are_in_full_when_asked_for_and_the_page_says_so()
    {
        string page = Page([Contact(1, OutboundStatus.Failed, "+12065550104", "+12065550104 was refused.")], options => options with { ShowNumber = true });
        Assert.Contains("+12065550104", page, StringComparison.Ordinal);
        Assert.Contains("holds phone numbers in full", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_claims_no_delivery() => Assert.Contains("Started is not delivery.", Page([Contact(1, second: 0)]), StringComparison.Ordinal);

    [Theory]
    [InlineData(OutboundStatus.Started)]
    [InlineData(OutboundStatus.Failed)]
    [InlineData(null)]
    public void Every_section_says_what_it_lacks(OutboundStatus? only)
    {
        string page = Page(only is OutboundStatus status ? [Contact(1, status, second: 0)] : []);
        Assert.DoesNotMatch("<section[^>]*>\\s*<h2[^>]*>[^<]*</h2>\\s*</section>", page);
        Assert.Equal(only is null, page.Contains("There are no rows.</p>", StringComparison.Ordinal));
        Assert.Equal(only == OutboundStatus.Started, page.Contains("No row needs anybody", StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_is_the_same_in_every_culture()
    {
        OutboundContact[] contacts = [.. Enumerable.Range(1, 1500)
            .Select(i => Contact(i, i % 3 == 0 ? OutboundStatus.Failed : OutboundStatus.Started, second: i * 0.7))];
        string page = Page(contacts);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string name in new[] { "de-DE", "ar-SA", "fa-IR", "sv-SE" })
            {
                CultureInfo.CurrentCulture = new CultureInfo(name);
                Assert.Equal(page, Page(contacts));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Contains("2026-11-22T12:00:00+00:00", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_rows_make_a_page_of_less_than_two_megabytes()
    {
        string page = Page(Enumerable.Range(1, 10_000).Select(i => new OutboundContact(null)
        {
            RowNumber = i,
            Destination = $"+1206555{i % 10_000:0000}",
            Status = OutboundStatus.Started,
            ContactId = $"00000000-0000-4000-8000-{i:000000000000}",
            RequestId = $"00000000-0000-4000-9000-{i:000000000000}",
            Attempts = 1,
            StartedAt = Noon.AddSeconds(i / 2.0),
            Duration = TimeSpan.FromMilliseconds(120),
        }));
        Assert.InRange(page.Length, 500_000, 2_000_000);
        Assert.Equal(10_000, RowsOf(page).GetArrayLength());
    }

    [Fact]
    public void A_row_is_kept_with_its_time_duration_and_ids()
    {
        OutboundContact contact = new(null)
        {
            RowNumber = 7,
            Status = OutboundStatus.Unknown,
            ContactId = "c-1",
            RequestId = "r-1",
            Attempts = 3,
            StartedAt = new DateTimeOffset(2026, 11, 22, 14, 0, 0, 500, TimeSpan.FromHours(2)),
            Duration = TimeSpan.FromSeconds(2),
        };
        string page = Page([contact, Contact(8, second: -60)]);
        Assert.Equal("""[7,"",1,-1,-1,3,60500,2000,"","c-1","r-1"]""", RowsOf(page)[0].GetRawText());
        Assert.Contains($"\"from\":{Noon.AddSeconds(-60).ToUnixTimeMilliseconds()}", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_status_is_shown_with_its_count()
    {
        OutboundStatus[] all = Enum.GetValues<OutboundStatus>();
        string page = Page(all.SelectMany((status, i) => Enumerable.Range(0, i + 1).Select(n => Contact((i * 100) + n + 1, status))));
        for (int i = 0; i < all.Length; i++)
            Assert.Matches($"<span class=\"status s-{all[i]}\">{all[i]}</span></th><td class=\"number\">{i + 1}</td>", page);
        foreach (OutboundStatus status in all)
            Assert.Contains($".s-{status} ", page, StringComparison.Ordinal);
    }

    private static int Count(string text, string part) => Regex.Count(text, Regex.Escape(part));

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
