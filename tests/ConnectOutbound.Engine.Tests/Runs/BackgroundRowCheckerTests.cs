using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Tests.Runs;

public class BackgroundRowCheckerTests
{
    private static Row Row(long number) => Given.Row(number, ("PhoneNumber", $"+1206{5_000_000 + number}"));

    private static CheckedRow Checked(Row row) => new() { Row = row, Faults = [] };

    private static async Task<(List<long> Checked, List<long> Left)> RunAsync(BackgroundRowChecker ahead, int rows)
    {
        List<long> done = [], left = [];
        for (long i = 1; i <= rows && left.Count == 0; i++)
            Take(await ahead.AddAsync(Row(i)));
        if (left.Count == 0)
            Take(await ahead.RestAsync());
        return (done, left);

        void Take(CheckedBatch batch)
        {
            done.AddRange(batch.Checked.Select(row => row.Row.Number));
            left.AddRange(batch.Left.Select(row => row.Number));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(10_000)]
    public async Task Each_row_comes_out_once_and_in_its_order(int rows)
    {
        (List<long> done, List<long> left) = await RunAsync(new BackgroundRowChecker(Checked), rows);
        Assert.Equal(Enumerable.Range(1, rows).Select(i => (long)i), done);
        Assert.Empty(left);
    }

    [Fact]
    public async Task Rows_are_checked_one_at_a_time()
    {
        int at = 0, most = 1;
        var ahead = new BackgroundRowChecker(row =>
        {
            int now = Interlocked.Increment(ref at);
            if (now > 1)
                most = now;
            // Long enough for another thread to come in between, were there one.
            Thread.SpinWait(20);
            Interlocked.Decrement(ref at);
            return Checked(row);
        });
        await RunAsync(ahead, 20_000);
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Few_rows_are_kept_back()
    {
        var ahead = new BackgroundRowChecker(Checked);
        int given = 0, taken = 0, most = 0;
        for (long i = 1; i <= 5_000; i++)
        {
            given++;
            taken += (await ahead.AddAsync(Row(i))).Checked.Count;
            most = Math.Max(most, given - taken);
        }

        Assert.InRange(most, 1, 256);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(300)]
    [InlineData(500)]
    public async Task A_row_that_cannot_be_checked_beside_is_left_with_all_that_follow(long number)
    {
        var ahead = new BackgroundRowChecker(row => row.Number >= number ? null : Checked(row));
        (List<long> done, List<long> left) = await RunAsync(ahead, 500);
        Assert.Equal(Enumerable.Range(1, (int)number - 1).Select(i => (long)i), done);
        Assert.Equal(number, left[0]);
        Assert.Equal(Enumerable.Range((int)number, left.Count).Select(i => (long)i), left);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await ahead.AddAsync(Row(501)));
    }

    [Fact]
    public async Task After_a_row_that_could_not_be_checked_none_is_tried()
    {
        long last = 0;
        var ahead = new BackgroundRowChecker(row =>
        {
            last = row.Number;
            return row.Number == 100 ? null : Checked(row);
        });
        await RunAsync(ahead, 500);
        Assert.Equal(100, last);
    }

    [Fact]
    public async Task What_fails_is_thrown_to_the_one_who_takes()
    {
        var ahead = new BackgroundRowChecker(row => row.Number == 70 ? throw new FormatException("broken") : Checked(row));
        FormatException thrown = await Assert.ThrowsAsync<FormatException>(() => RunAsync(ahead, 500));
        Assert.Equal("broken", thrown.Message);
    }

    [Fact]
    public async Task A_batch_that_no_thread_has_taken_up_is_checked_by_the_one_who_waits_for_it()
    {
        int thread = 0;
        var batch = new RowBatch([Row(1)], row =>
        {
            thread = Environment.CurrentManagedThreadId;
            return Checked(row);
        });
        int waiting = Environment.CurrentManagedThreadId;
        Assert.Single((await batch.TakeAsync()).Checked);
        Assert.Equal(waiting, thread);
    }

    [Fact]
    public async Task A_batch_is_checked_once_whoever_comes_first()
    {
        for (int i = 0; i < 1_000; i++)
        {
            int times = 0;
            var batch = new RowBatch([Row(1)], row =>
            {
                Interlocked.Increment(ref times);
                return Checked(row);
            });
            batch.Offer();
            Assert.Single((await batch.TakeAsync()).Checked);
            Assert.Equal(1, times);
        }
    }
}
