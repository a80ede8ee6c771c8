using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Engine.Validation;

/// <summary>The faults of a row, as they are found.</summary>
internal sealed class FaultList
{
    private readonly IReadOnlyList<RowFault> _before;
    private List<RowFault>? _faults;

    /// <summary>Begins with the faults of reading.</summary>
    /// <param name="draft">The draft.</param>
    public FaultList(ContactDraft draft)
    {
        _before = draft.Faults;
        IsUnreadable = draft.Row.Unreadable is not null;
    }

    /// <summary>How many faults there are.</summary>
    public int Count => _before.Count + (_faults?.Count ?? 0);

    /// <summary>All faults, those of reading first.</summary>
    public IReadOnlyList<RowFault> All => _faults is null ? _before : [.. _before, .. _faults];

    /// <summary>Whether there is no row to check.</summary>
    public bool IsUnreadable { get; }

    /// <summary>Whether reading found a fault of a kind already: its absence is then no second fault.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>True where it did.</returns>
    public bool Has(string kind) => _before.Any(fault => fault.Kind == kind);

    /// <summary>Adds a fault.</summary>
    /// <param name="kind">Its stable kind.</param>
    /// <param name="text">Its sentence.</param>
    public void Add(string kind, string text) => (_faults ??= []).Add(new RowFault(kind, text));

    /// <summary>Checks that a text is well-formed and no longer than it may be.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="text">The text, or null.</param>
    /// <param name="most">The most characters.</param>
    public void CheckText(string name, string? text, int most)
    {
        if (text is null)
            return;
        if (text.Length > most && TextRules.Length(text) is int length && length > most)
            Add(ErrorIds.TooLong(name), $"{name} has {length} characters; it takes at most {most}.");
        if (!TextRules.IsWellFormed(text))
            Add(ErrorIds.TextBroken, $"{name} {DisplayText.Quoted(text)} holds half a character (a lone surrogate), which cannot be sent.");
    }
}
