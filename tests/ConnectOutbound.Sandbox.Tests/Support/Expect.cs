using System.Net;

namespace ConnectOutbound.Sandbox.Tests.Support;

internal static class Expect
{
    /// <summary>Waits for an error and checks its status, its name, and that it says something.</summary>
    public static async Task<Answer> ErrorAsync(Task<Answer> asking, int status, string code)
    {
        Answer answer = await asking;
        Assert.Equal(((HttpStatusCode)status, code), (answer.Status, answer.ErrorType));
        Assert.NotEmpty(answer.Message);
        return answer;
    }
}
