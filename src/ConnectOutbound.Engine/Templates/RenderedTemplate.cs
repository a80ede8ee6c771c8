namespace ConnectOutbound.Engine.Templates;

/// <summary>A message template with values filled in, as the service did it.</summary>
/// <param name="Text">The text.</param>
/// <param name="NotInterpolated">
/// The keys of the attributes that had neither a value nor a default, as the service names them; their braces stand in the text.
/// </param>
public sealed record RenderedTemplate(string Text, IReadOnlyList<string> NotInterpolated);
