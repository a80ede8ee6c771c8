using System.Text.Json;

namespace ConnectOutbound.Sandbox.Shapes;

/// <summary>A shape that holds itself: looked up when a value is checked, not when it is built.</summary>
internal sealed class DeferredShape : Shape
{
    private readonly Func<Shape> _shape;

    public DeferredShape(Func<Shape> shape) => _shape = shape;

    public override void Check(JsonElement value, string path, ValidationFaults faults) => _shape().Check(value, path, faults);
}
