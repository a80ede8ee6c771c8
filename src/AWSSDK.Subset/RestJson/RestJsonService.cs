using System.Collections.Frozen;
using System.Text.Json.Serialization;

namespace Amazon.RestJson;

/// <summary>What all operations of one service share.</summary>
/// <param name="Name">The service's name in requests and logs, such as <c>Amazon.Connect</c>.</param>
/// <param name="ApiVersion">The version of the service's API, sent with every request.</param>
/// <param name="Json">The source-generated descriptions of the service's types.</param>
/// <param name="Errors">The exceptions by the error codes of the service's model.</param>
/// <param name="OtherError">The exception for a code that <paramref name="Errors"/> does not have, and for an answer without a code.</param>
internal sealed record RestJsonService(
    string Name,
    string ApiVersion,
    JsonSerializerContext Json,
    FrozenDictionary<string, ServiceErrorFactory> Errors,
    ServiceErrorFactory OtherError);
