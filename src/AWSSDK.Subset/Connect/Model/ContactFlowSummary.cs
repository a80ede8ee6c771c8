namespace Amazon.Connect.Model;

/// <summary>A flow.</summary>
public class ContactFlowSummary
{
    /// <summary>Its ARN.</summary>
    public string? Arn { get; set; }

    /// <summary>Whether it is in use.</summary>
    public ContactFlowState? ContactFlowState { get; set; }

    /// <summary>Whether it has been published.</summary>
    public ContactFlowStatus? ContactFlowStatus { get; set; }

    /// <summary>What it is for.</summary>
    public ContactFlowType? ContactFlowType { get; set; }

    /// <summary>Its id.</summary>
    public string? Id { get; set; }

    /// <summary>Its name.</summary>
    public string? Name { get; set; }
}
