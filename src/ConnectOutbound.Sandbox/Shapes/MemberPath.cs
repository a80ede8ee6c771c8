namespace ConnectOutbound.Sandbox.Shapes;

/// <summary>Names the place of a value in a request, such as <c>SegmentAttributes.priority.ValueString</c>.</summary>
internal static class MemberPath
{
    private const int LongestName = 64;

    /// <summary>The path of a member. Names that a client made too long are cut, so that paths stay short.</summary>
    public static string Join(string parent, string name)
    {
        string told = ShortText.Shorten(name, LongestName);
        return parent.Length == 0 ? told : $"{parent}.{told}";
    }
}
