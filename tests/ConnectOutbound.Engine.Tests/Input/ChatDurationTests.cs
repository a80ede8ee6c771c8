using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Engine.Tests.Input;

public class ChatDurationTests
{
    public static TheoryData<object, int> Readable => new()
    {
        { 60, 60 }, { 60L, 60 }, { 60.0, 60 }, { 60m, 60 }, { "60", 60 }, { " 60 ", 60 }, { "-5", -5 },
        { "01:30:00", 90 }, { "7.00:00:00", 10_080 }, { TimeSpan.FromHours(2), 120 },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public void Minutes_and_time_spans_are_read(object value, int minutes)
    {
        Assert.True(ChatDuration.TryRead(value, out int read));
        Assert.Equal(minutes, read);
    }

    public static TheoryData<object> Unreadable =>
        new() { "soon", "", "60.5", "1e2", 60.5, double.NaN, double.MaxValue, "00:00:30", TimeSpan.FromSeconds(90), long.MaxValue, new object(), '6' };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_is_no_whole_number_of_minutes_is_refused(object value) => Assert.False(ChatDuration.TryRead(value, out _));
}
