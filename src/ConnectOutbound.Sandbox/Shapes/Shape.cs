using System.Text.Json;

namespace ConnectOutbound.Sandbox.Shapes;

/// <summary>What a value of a request may look like, as the service's model describes it.</summary>
internal abstract class Shape
{
    /// <summary>Adds the faults of a value, which is not null.</summary>
    public abstract void Check(JsonElement value, string path, ValidationFaults faults);
}
