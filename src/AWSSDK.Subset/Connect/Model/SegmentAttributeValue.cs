namespace Amazon.Connect.Model;

/// <summary>The value of a segment attribute. Exactly one of the members is to be set.</summary>
public class SegmentAttributeValue
{
    /// <summary>A value that is an ARN, at most 1,024 characters. For system-defined attributes only.</summary>
    public string? ValueArn { get; set; }

    /// <summary>A value that is a whole number.</summary>
    public int? ValueInteger { get; set; }

    /// <summary>A value that is a list of values. For system-defined attributes only. Null until set.</summary>
    public List<SegmentAttributeValue>? ValueList { get; set; }

    /// <summary>A value that is a map of values; names have 1 to 128 characters. Null until set.</summary>
    public Dictionary<string, SegmentAttributeValue>? ValueMap { get; set; }

    /// <summary>A value that is text, at most 1,024 characters.</summary>
    public string? ValueString { get; set; }
}
