namespace ConnectOutbound.Sandbox.Http;

/// <summary>What answers requests. Called for many connections at once.</summary>
internal interface IHttpHandler
{
    /// <summary>Answers a request.</summary>
    ValueTask<HttpResponse> HandleAsync(HttpRequest request, CancellationToken cancellationToken);

    /// <summary>Answers what could not be read as a request.</summary>
    HttpResponse Refuse(int status, string message);

    /// <summary>Answers a request on which <see cref="HandleAsync"/> threw.</summary>
    HttpResponse Fail(Exception exception);
}
