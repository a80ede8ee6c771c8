using ConnectOutbound.Engine.PhoneNumbers;

namespace ConnectOutbound.Engine.Tests.PhoneNumbers;

/// <summary>
/// Compares the reading of numbers with Numbers.tsv, which is maintained by hand: for each country example numbers in many ways of writing, and
/// digits by chance with and without prefixes. It was made with libphonenumber-js, so it shows where that package and the engine differ.
/// </summary>
public class NumberTableTests
{
    // Where the package takes a number and the engine does not, because it would be a guess; and what the engine says of it.
    private static readonly Dictionary<string, string[]> s_stricter = new(StringComparer.Ordinal)
    {
        // E.164 has 15 digits. The package takes national numbers of up to 17.
        ["long"] = ["at most 15"],
        // 4915123456789 in Germany: the mobile number +49 1512 3456789 without its plus sign, or 04915 123456789 without its 0? The package takes the latter.
        ["code"] = ["which can be the country code or a part of the number"],
        // +971 0075287014: the package takes one 0 off, and the other as a part of the number; read again, its result gives another number.
        // Or 555 1234 in Canada: without an area code, its result is no possible number when it is read again.
        ["prefix"] = ["can be read in more than one way", "write it with its area code"],
        // 12065550100 in Germany, where numbers are written with a 0: the American number without its plus sign,
        // or 012065 550100 without its 0? The package takes the latter.
        // Which of the two is asked by the kinds of numbers that the country has, not by the length alone: 12015550123 is no number of Brazil.
        ["plus"] = ["that lost its plus sign, or one of +"],
        // 310-7103 in Canada, which is dialled without an area code and within Canada only.
        ["local"] = ["write it with its area code"],
        // +376 (0)312345: Andorra has no prefix that the 0 could be. The package makes it a part of the number.
        ["zero"] = ["has a (0) in it"],
    };

    [Fact]
    public void Every_number_is_read_as_libphonenumber_js_reads_it()
    {
        var different = new List<string>();
        foreach (Line line in Lines().Where(static line => line.Stricter is null))
        {
            string read = PhoneNumber.TryNormalize(line.Text, line.Country, out string e164, out string problem) ? e164 : "-";
            if (read != line.Expected)
                different.Add($"{line.Country} {line.Text}: {read} {problem} instead of {line.Expected}");
            if (read == "-" && problem.Length == 0)
                different.Add($"{line.Country} {line.Text}: no reason");
        }

        Assert.True(different.Count == 0, $"{different.Count} numbers:\n{string.Join('\n', different.Take(50))}");
    }

    [Theory]
    [InlineData("long")]
    [InlineData("code")]
    [InlineData("prefix")]
    [InlineData("plus")]
    [InlineData("zero")]
    [InlineData("local")]
    public void What_libphonenumber_js_guesses_is_refused(string kind)
    {
        Line[] lines = [.. Lines().Where(line => line.Stricter == kind)];
        Assert.NotEmpty(lines);
        Assert.All(lines, line =>
        {
            Assert.False(PhoneNumber.TryNormalize(line.Text, line.Country, out _, out string problem), line.Text);
            Assert.True(s_stricter[kind].Any(text => problem.Contains(text, StringComparison.Ordinal)), $"{line.Text} {problem}");
        });
    }

    [Fact]
    public void The_table_has_every_country_and_no_kind_of_difference_that_is_not_listed_here()
    {
        Assert.Equal(NumberingPlans.Countries, Lines().Select(static line => line.Country).OfType<string>().Distinct().Order(StringComparer.Ordinal));
        Assert.All(Lines(), static line => Assert.True(line.Stricter is null || s_stricter.ContainsKey(line.Stricter), line.Stricter));
        Assert.All(
            NumberingPlans.Countries,
            static country => Assert.True(Lines().Count(line => line.Country == country && line.Expected != "-") > 15, country));
    }

    [Fact]
    public void Whatever_is_read_reads_as_itself_with_any_country()
    {
        foreach (Line line in Lines())
        {
            if (!PhoneNumber.TryNormalize(line.Text, line.Country, out string e164, out _))
                continue;
            Assert.Matches(@"\A\+[1-9][0-9]{2,14}\z", e164);
            Assert.True(PhoneNumber.TryNormalize(e164, "DE", out string again, out string problem), $"{e164} {problem}");
            Assert.Equal(e164, again);
        }
    }

    [Fact]
    public void A_number_that_lost_its_plus_sign_becomes_no_other_where_numbers_are_written_with_a_prefix()
    {
        string[] numbers = [.. Lines()
            .Select(static line => line.Expected)
            .Where(static e164 => e164 != "-")
            .Distinct()
            .Where(static (e164, i) => i % 7 == 0 && HasForm(e164))];
        NumberingPlan[] plans = [.. NumberingPlans.Countries
            .Select(static country => NumberLibrary.Shared.PlanOf(CallingCodes.Shared.OfCountry(country)!, country))
            .Where(static plan => plan.WrittenPrefix.Length > 0)];
        Assert.True(numbers.Length > 500 && plans.Length > 100);
        foreach (string e164 in numbers)
        {
            foreach (NumberingPlan plan in plans)
            {
                // Belarus's 8 and the like are prefixes of its own; and some numbers are written without one.
                string digits = e164[1..];
                string code = CallingCodes.Shared.OfCountry(plan.Country)!.Digits;
                if (plan.NeedsPrefix(digits)
                    && PhoneNumber.TryNormalize(digits, plan.Country, out string read, out _)
                    && read == $"+{code}{digits}"
                    && !digits.StartsWith(code, StringComparison.Ordinal)
                    && plan.BehindInternationalPrefix(digits).Length == 0)
                {
                    Assert.Fail($"{plan.Country} {digits}: {read}");
                }
            }
        }

        static bool HasForm(string e164)
        {
            CallingCode code = CallingCodes.Shared.Of(e164.AsSpan(1))!;
            return NumberLibrary.Shared.HasForm(code, e164[(1 + code.Digits.Length)..]);
        }
    }

    [Fact]
    public void Numbers_as_their_country_writes_them_are_never_refused_as_one_of_another_country()
    {
        // The example of each country comes first, as it is written there, with blanks and without.
        foreach (IGrouping<string?, Line> country in Lines().Where(static line => line.Country is not null).GroupBy(static line => line.Country))
        {
            Assert.All(
                country.Take(2),
                line => Assert.True(PhoneNumber.TryNormalize(line.Text, line.Country, out _, out string problem), $"{line.Text} {problem}"));
        }
    }

    [Fact]
    public void No_reason_holds_a_number_that_could_be_dialled()
    {
        foreach (Line line in Lines())
        {
            // The number without its 1 is what the row should have said.
            bool isMexican = line.Text.StartsWith("+521", StringComparison.Ordinal) || line.Country == "MX";
            if (!isMexican && !PhoneNumber.TryNormalize(line.Text, line.Country, out _, out string problem))
                Assert.DoesNotMatch("[0-9]{7}", problem);
        }
    }

    private static IEnumerable<Line> Lines()
    {
        using var reader = new StreamReader(typeof(NumberTableTests).Assembly.GetManifestResourceStream("Numbers.tsv")!);
        string? country = null;
        while (reader.ReadLine() is { } line)
        {
            if (line[0] == '@')
                country = line.Length > 1 ? line[1..] : null;
            else if (line[0] != '#')
                yield return Line.From(country, line.Split('\t'));
        }
    }

    private sealed record Line(string? Country, string Text, string Expected, string? Stricter)
    {
        public static Line From(string? country, string[] fields) => new(country, fields[0], fields[1], fields.Length > 2 ? fields[2] : null);
    }
}
