using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;

namespace ConnectOutbound.Engine.Tests.Journal;

/// <summary>Which run a name means.</summary>
public sealed class RunNamesTests : IDisposable
{
    private readonly JournalFolder _folder = new();

    public static TheoryData<string, string> SimilarNames => new()
    {
        { "Termine Dez", "termine dez" },
        { "Termine Dez", "TERMINE DEZ" },
        { "Termine Dez", "Termine  Dez" },
        { "Termine Dez", "Termine\u00A0Dez" },
        { "Termine Dez", "Termine\u202FDez" },
        { "Termine Dez", "Termine\u3000Dez" },
        { "Termine Dez", "Termine\tDez" },
        { "Termine Dez", "Termine\u200BDez" },
        { "Termine Dez", "Termine \uFEFFDez" },
        { "Termine Dez", "Ter\u00ADmine Dez" },
        { "Termine Dez", "Termine\u2800Dez" },
        { "Termine Dez", "TermineDez" },
        { "Termine Dez", " termine dez " },
        { "Fr\u00FChling", "FRU\u0308HLING" },
        { "Stra\u00DFe", "STRASSE" },
        { "Stra\u00DFe", "stra\u1E9Ee" },
        { "\u0130zmir", "izmir" },
        { "\u0130zmir", "i\u0307zmir" },
        { "ISPARTA", "\u0131sparta" },
        { "\u03A3\u0399\u03A3", "\u03C3\u03B9\u03C2" },
        { "\U00010400", "\U00010428" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(SimilarNames))]
    public async Task A_name_that_differs_only_in_case_or_blanks_is_refused_and_makes_no_run(string first, string second)
    {
        await UseAsync(first);

        OutboundException refused = Assert.Throws<OutboundException>(() => _folder.OpenRun(second));
        Assert.Equal("RunNameAmbiguous", refused.Id);
        Assert.Contains("(last used 2026-05-04 10:30 UTC)", refused.Message, StringComparison.Ordinal);
        Assert.Equal("RunNameAmbiguous", Assert.Throws<OutboundException>(() => _folder.Open().Find(second)).Id);
        Assert.Equal(first, Assert.Single(_folder.Open().Runs()).Name);
        Assert.Equal(first, RunNames.FindOne(_folder.Open().Runs(), second)!.Name);
    }

    [Theory]
    [InlineData("Termine Dez", "Termine Dez ")]
    [InlineData("Termine Dez", "\u00A0\u2003Termine Dez\u3000\u0085")]
    [InlineData("Fr\u00FChling", "Fru\u0308hling")]
    [InlineData("\u00C5", "\u212B")]
    public async Task Blanks_around_a_name_and_the_way_its_letters_are_composed_make_no_difference(string first, string second)
    {
        await UseAsync(first);
        await UseAsync(second);

        Assert.Equal(first, Assert.Single(_folder.Open().Runs()).Name);
        Assert.Equal(first, _folder.Open().Find(second)!.Name);
    }

    [Theory]
    [InlineData("Termine Dez", "Termine Dez 2")]
    [InlineData("Termine Dez", "Termine-Dez")]
    [InlineData("Termine Dez", "Termine_Dez")]
    [InlineData("cafe", "caf\u00E9")]
    [InlineData("offer 1", "offer I")]
    public async Task Other_differences_are_other_runs(string first, string second)
    {
        await UseAsync(first);
        await UseAsync(second);

        Assert.Equal([first, second], _folder.Open().Runs().Select(run => run.Name));
    }

    [Fact]
    public async Task Of_several_similar_runs_the_exact_one_is_used_and_without_it_none()
    {
        // Two runs that a version before this one made.
        await UseAsync("spring");
        await UseAsync("other");
        _folder.Sql("UPDATE run SET run_key = 'Spring', name = 'Spring' WHERE run_key = 'other'");

        Assert.Equal("Spring", _folder.Open().Find("Spring")!.Name);
        Assert.Equal("spring", RunNames.FindOne(_folder.Open().Runs(), " spring")!.Name);
        await UseAsync("Spring");
        OutboundException refused = Assert.Throws<OutboundException>(() => _folder.OpenRun("SPRING"));
        Assert.Contains("2 that differ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'spring'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'Spring'", refused.Message, StringComparison.Ordinal);
        Assert.Equal("RunNameAmbiguous", Assert.Throws<OutboundException>(() => RunNames.FindOne(_folder.Open().Runs(), "SPRING")).Id);
    }

    [Fact]
    public async Task The_message_shows_blanks_that_look_like_others()
    {
        await UseAsync("Termine\u00A0Dez");

        string message = Assert.Throws<OutboundException>(() => _folder.OpenRun("Termine Dez")).Message;
        Assert.Contains("'Termine\\u00A0Dez'", message, StringComparison.Ordinal);
        Assert.Contains("no run 'Termine Dez'", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_was_removed_is_in_nobodys_way()
    {
        await UseAsync("Spring");
        _folder.Open().Remove("Spring");
        await UseAsync("spring");

        Assert.Equal("spring", Assert.Single(_folder.Open().Runs()).Name);
    }

    [Fact]
    public async Task Of_processes_that_begin_at_once_under_similar_names_one_is_first()
    {
        _folder.Open();
        string[] names = ["spring", "Spring", "SPRING", "spr ing"];
        OutboundException?[] refused = await Task.WhenAll(names.Select(name => Task.Run(async () =>
        {
            try
            {
                await UseAsync(name);
                return null;
            }
            catch (OutboundException e)
            {
                return e;
            }
        })));

        Assert.Single(refused, error => error is null);
        Assert.All(refused.OfType<OutboundException>(), error => Assert.Equal("RunNameAmbiguous", error.Id));
        Assert.Single(_folder.Open().Runs());
    }

    private async Task UseAsync(string name)
    {
        await using SqliteRunJournal run = _folder.OpenRun(name);
    }
}
