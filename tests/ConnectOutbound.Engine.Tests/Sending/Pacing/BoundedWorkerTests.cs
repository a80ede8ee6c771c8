using ConnectOutbound.Engine.Sending.Pacing;

namespace ConnectOutbound.Engine.Tests.Sending.Pacing;

public class BoundedWorkerTests
{
    private static BoundedWorker<int, string> Worker(
        Func<int, WorkStop, Task<string>> work,
        int capacity = 8,
        TimeSpan grace = default,
        TimeSpan? abortGrace = null)
    {
        var stop = new WorkStop();
        return new BoundedWorker<int, string>(
            item => work(item, stop),
            static (item, error) => $"{item}: {error.Message}",
            new WorkerOptions { Capacity = capacity, Stop = stop, Grace = grace, AbortGrace = abortGrace ?? TimeSpan.FromSeconds(30) });
    }

    [Fact]
    public async Task Gives_one_result_for_each_item()
    {
        await using BoundedWorker<int, string> worker = Worker(async (item, _) =>
        {
            await Task.Yield();
            return $"{item}";
        });
        var results = new List<string>();
        for (int item = 0; item < 1000; item++)
        {
            while (!worker.HasRoom)
                results.Add(await worker.TakeAsync(CancellationToken.None));
            worker.Submit(item);
        }

        while (worker.Outstanding > 0)
            results.Add(await worker.TakeAsync(CancellationToken.None));
        Assert.Equal(Enumerable.Range(0, 1000).Select(item => $"{item}").Order(), results.Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Turns_what_the_work_throws_into_the_result_of_its_item(bool atOnce)
    {
        await using BoundedWorker<int, string> worker = Worker(async (item, _) =>
        {
            if (atOnce && item == 1)
                throw new NotSupportedException("broken");
            await Task.Yield();
            return item == 1 ? throw new NotSupportedException("broken") : $"{item}";
        });
        for (int item = 0; item < 3; item++)
            worker.Submit(item);
        string[] results =
        [
            await worker.TakeAsync(CancellationToken.None),
            await worker.TakeAsync(CancellationToken.None),
            await worker.TakeAsync(CancellationToken.None),
        ];
        Assert.Equal(["0", "1: broken", "2"], results.Order());
    }

    [Fact]
    public async Task Takes_no_more_items_than_its_capacity_until_results_are_taken()
    {
        await using BoundedWorker<int, string> worker = Worker((item, _) => Task.FromResult($"{item}"), capacity: 2);
        worker.Submit(1);
        worker.Complete("settled");
        Assert.False(worker.HasRoom);
        Assert.Throws<InvalidOperationException>(() => worker.Submit(2));
        await worker.TakeAsync(CancellationToken.None);
        Assert.True(worker.HasRoom);
    }

    [Fact]
    public async Task Cancels_what_is_under_way_when_the_grace_is_over()
    {
        await using BoundedWorker<int, string> worker = Worker(
            async (_, stop) =>
            {
                await Task.Delay(Timeout.Infinite, stop.Aborting);
                return "never";
            },
            grace: TimeSpan.FromMilliseconds(20));
        worker.Submit(7);
        await worker.StopAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.True(worker.TryTake(TimeSpan.Zero, CancellationToken.None, out string? result));
        Assert.StartsWith("7: ", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_although_work_ignores_that_it_is_cancelled()
    {
        var never = new TaskCompletionSource<string>();
        await using BoundedWorker<int, string> worker = Worker((_, _) => never.Task, abortGrace: TimeSpan.FromMilliseconds(20));
        worker.Submit(1);
        await worker.StopAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(1, worker.Outstanding);
        never.SetResult("late");
        Assert.True(worker.TryTake(TimeSpan.FromSeconds(60), CancellationToken.None, out string? result));
        Assert.Equal("late", result);
    }
}
