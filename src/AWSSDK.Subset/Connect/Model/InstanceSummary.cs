namespace Amazon.Connect.Model;

/// <summary>An instance.</summary>
public class InstanceSummary
{
    /// <summary>Its ARN.</summary>
    public string? Arn { get; set; }

    /// <summary>When it was made, in UTC.</summary>
    public DateTime? CreatedTime { get; set; }

    /// <summary>Its id.</summary>
    public string? Id { get; set; }

    /// <summary>Where its users are kept.</summary>
    public DirectoryType? IdentityManagementType { get; set; }

    /// <summary>Whether it takes calls.</summary>
    public bool? InboundCallsEnabled { get; set; }

    /// <summary>The address of its web site.</summary>
    public string? InstanceAccessUrl { get; set; }

    /// <summary>Its name, 1 to 45 characters; what its URL begins with.</summary>
    public string? InstanceAlias { get; set; }

    /// <summary>Its state.</summary>
    public InstanceStatus? InstanceStatus { get; set; }

    /// <summary>Whether it makes calls.</summary>
    public bool? OutboundCallsEnabled { get; set; }

    /// <summary>The ARN of the role that it acts in.</summary>
    public string? ServiceRole { get; set; }
}
