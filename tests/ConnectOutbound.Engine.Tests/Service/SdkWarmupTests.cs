using ConnectOutbound.Engine.Service;

namespace ConnectOutbound.Engine.Tests.Service;

public sealed class SdkWarmupTests
{
    [Fact]
    public async Task The_call_goes_through_the_whole_client_to_its_made_up_answer() => Assert.True(await SdkWarmup.RunAsync());

    [Fact]
    public async Task It_is_made_once_in_a_process()
    {
        Task prepared = SdkWarmup.PrepareAsync();
        await prepared;
        Assert.Same(prepared, SdkWarmup.PrepareAsync());
    }
}
