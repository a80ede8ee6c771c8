using System.Globalization;
using System.Text;
using ConnectOutbound.Sandbox.Http;

namespace ConnectOutbound.Sandbox.Operations;

/// <summary>What a browser shows that is pointed at the sandbox.</summary>
internal static class LandingPage
{
    public static bool IsAskedFor(HttpRequestHead head) => head.Path == "/" && head.Method is "GET" or "HEAD";

    public static HttpResponse Build(OperationTable operations)
    {
        var text = new StringBuilder()
            .Append("ConnectOutbound sandbox: a stand-in for Amazon Connect on this machine, to learn and to test with.\n")
            .Append("It keeps what it receives in memory and sends nothing to anybody.\n\n")
            .Append("Use this address as the endpoint URL of a client. Operations:\n");
        foreach (IOperation operation in operations.Operations)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {operation.Method} {operation.Path}  {operation.Name}\n");
        }

        return new HttpResponse { Status = 200, ContentType = "text/plain; charset=utf-8", Body = Encoding.UTF8.GetBytes(text.ToString()) };
    }
}
