using System.Globalization;
using System.Net;
using Amazon.Runtime;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Service;
using ConnectOutbound.Engine.Tests.Support;

namespace ConnectOutbound.Engine.Tests.Service;

public sealed class ServiceCallerTests : IDisposable
{
    private readonly ServiceCaller _caller = new(
        new Pacer(TimeProvider.System).Join(new PaceLimit(100_000, 10_000)),
        null,
        SandboxRun.Fast.Retry,
        TimeProvider.System);

    public void Dispose() => _caller.Dispose();

    [Fact]
    public async Task A_list_of_many_pages_is_read_to_its_end()
    {
        Assert.Equal(1000, await CountAsync(page => ([page], page < 999 ? Token(page) : null)));
    }

    [Fact]
    public async Task A_list_may_have_pages_without_an_item()
    {
        Assert.Equal(10, await CountAsync(page => (page % 100 == 99 ? [page] : null, page < 999 ? Token(page) : null)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task A_list_whose_tokens_repeat_ends_with_an_error(int period)
    {
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => CountAsync(page => ([page], Token(page % period))));
        Assert.Contains("NextToken", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_without_an_item_for_a_hundred_pages_ends_with_an_error()
    {
        int pages = 0;
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => CountAsync(page =>
        {
            pages++;
            return (page == 0 ? [0] : [], Token(page));
        }));
        Assert.Equal(101, pages);
        Assert.Contains("100 pages", error.Message, StringComparison.Ordinal);
    }

    // What the SDK's own packages throw at a timestamp, and at an answer that was cut.
    [Theory]
    [InlineData(typeof(FormatException), 1)]
    [InlineData(typeof(OverflowException), 1)]
    [InlineData(typeof(ArgumentOutOfRangeException), 1)]
    [InlineData(typeof(IOException), 3)]
    public async Task An_answer_with_a_value_that_cannot_be_read_is_not_asked_for_again(Type cause, int attempts)
    {
        int calls = 0;
        await Assert.ThrowsAsync<InvalidOperationException>(() => _caller.CallAsync<int>(
            _ =>
            {
                calls++;
                throw new AmazonUnmarshallingException("r-1", "", (Exception)Activator.CreateInstance(cause)!, HttpStatusCode.OK);
            },
            (fault, _) => new InvalidOperationException(fault.Code),
            CancellationToken.None));
        Assert.Equal(attempts, calls);
    }

    private static string Token(int page) => page.ToString(CultureInfo.InvariantCulture);

    private async Task<int> CountAsync(Func<int, (List<int>? Items, string? Next)> read)
    {
        int page = 0, count = 0;
        var items = _caller.PagesAsync(
            (_, _) => Task.FromResult(page++),
            read,
            (_, cause) => cause,
            reason => new InvalidDataException(reason),
            CancellationToken.None);
        await foreach (int item in items)
            count++;
        return count;
    }
}
