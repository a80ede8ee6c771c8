using ConnectOutbound.Engine.Journal.Sqlite;
using ConnectOutbound.Engine.Tests.Support;

namespace ConnectOutbound.Engine.Tests.Journal;

[Collection(nameof(RunsAlone))]
public sealed class JournalDefaultPathTests
{
    [Fact]
    public void The_journal_is_in_the_users_folder_for_data()
    {
        string data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);

        Assert.Equal(Path.Combine(data, "ConnectOutbound", "journal.db"), SqliteJournal.DefaultPath());
    }

    [Fact]
    public void On_Linux_the_environment_may_name_that_folder()
    {
        if (!OperatingSystem.IsLinux())
            return;
        string data = Path.Combine(Path.GetTempPath(), "no-such-folder");
        using EnvironmentScope environment = new(("XDG_DATA_HOME", data));

        Assert.Equal(Path.Combine(data, "ConnectOutbound", "journal.db"), SqliteJournal.DefaultPath());
        Assert.False(Directory.Exists(data));
    }
}
