using ConnectOutbound.Engine.Connection;

namespace ConnectOutbound.Engine.Tests.Connection;

public sealed class FirstCallTests
{
    [Fact]
    public async Task The_call_goes_through_the_whole_client_to_its_made_up_answer() => Assert.True(await FirstCall.RunAsync());

    [Fact]
    public async Task It_is_made_once_in_a_process()
    {
        Task prepared = FirstCall.PrepareAsync();
        await prepared;
        Assert.Same(prepared, FirstCall.PrepareAsync());
    }
}
