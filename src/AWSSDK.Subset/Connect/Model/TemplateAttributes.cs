namespace Amazon.Connect.Model;

/// <summary>The values for the variables of a message template.</summary>
public class TemplateAttributes
{
    /// <summary>The custom attributes: variable name to value. Null until set.</summary>
    public Dictionary<string, string>? CustomAttributes { get; set; }

    /// <summary>The customer profile attributes: a JSON object, serialized into a string.</summary>
    public string? CustomerProfileAttributes { get; set; }
}
