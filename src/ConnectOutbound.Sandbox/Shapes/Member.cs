namespace ConnectOutbound.Sandbox.Shapes;

/// <summary>A member of a structure.</summary>
internal sealed record Member(string Name, Shape Shape, bool IsRequired = false);
