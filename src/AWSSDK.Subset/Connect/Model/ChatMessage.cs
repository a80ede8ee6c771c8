namespace Amazon.Connect.Model;

/// <summary>A chat message.</summary>
public class ChatMessage
{
    /// <summary>
    /// The content: 1 to 1,024 characters as <c>text/plain</c> or <c>text/markdown</c>, 1 to 12,000 as <c>application/json</c>, 1 to 12,288 as
    /// <c>application/vnd.amazonaws.connect.message.interactive.response</c>. Required.
    /// </summary>
    public string? Content { get; set; }

    /// <summary>The media type of <see cref="Content"/>. Required; SMS and WhatsApp carry <c>text/plain</c> only.</summary>
    public string? ContentType { get; set; }
}
