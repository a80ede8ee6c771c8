using System.Collections;
using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Commands.Rows;

/// <summary>Reads a list that may throw at any item: the items before that stay.</summary>
/// <param name="list">The list.</param>
internal sealed class GuardedItems(IEnumerable list) : IDisposable
{
    private IEnumerator? _items;

    /// <summary>The item.</summary>
    public object? Current { get; private set; }

    /// <summary>Why there are no more items; null at the end of the list.</summary>
    public CellError? Error { get; private set; }

    /// <summary>Reads the next item.</summary>
    /// <returns>False at the end, or where the list throws.</returns>
    public bool MoveNext()
    {
        try
        {
            _items ??= list.GetEnumerator();
            bool moved = _items.MoveNext();
            Current = moved ? _items.Current : null;
            return moved;
        }
        catch (Exception e) when (ShellValues.IsData(e))
        {
            Error = CellError.Of(e);
            return false;
        }
    }

    /// <summary>Ends the reading.</summary>
    public void Dispose()
    {
        try
        {
            (_items as IDisposable)?.Dispose();
        }
        catch (Exception e) when (ShellValues.IsData(e))
        {
            // All items are read: what the list does after that changes no row.
        }
    }
}
