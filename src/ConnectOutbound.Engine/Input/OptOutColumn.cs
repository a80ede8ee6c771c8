using System.Globalization;

namespace ConnectOutbound.Engine.Input;

/// <summary>A column that says whether somebody wants messages, such as OptOut or Consent. It skips no row, and a warning says so.</summary>
/// <param name="Column">The column.</param>
/// <param name="IsConsent">Whether yes means that messages are wanted.</param>
internal sealed record OptOutColumn(int Column, bool IsConsent)
{
    // Parts of names, of which letters and digits count. Calls and e-mails are messages to the customer as well; fax and letters are not.
    private static readonly string[] s_refusals =
    [
        "optout", "optedout", "unsub", "blacklist", "blocklist", "suppress",
        "donotcontact", "donotcall", "donotphone", "donottext", "donotsms", "donotmessage", "donotwhatsapp", "donotwrite", "donotsend", "donotmarket",
        "donotsolicit", "donotdisturb", "donotemail", "donotbulkemail",
        "dontcontact", "dontcall", "donttext", "dontmessage", "dontsend", "dontemail", "dontdisturb",
        "stopsms", "smsstop", "stoptext", "stopmessages", "stopcontact",
        "abgemeldet", "werbewiderspruch", "werbesperre", "kontaktsperre", "keinewerbung", "nichtkontaktieren",
        "désabonn", "desabonn", "désinscrit", "desinscrit", "nepascontacter", "nocontactar",
    ];

    private static readonly string[] s_refusalNames =
    [
        "dnc", "isdnc", "dncflag", "dnd", "isdnd", "stop", "stopped", "blocked", "isblocked", "smsblocked", "contactblocked", "widerspruch",
        "nocontact", "nosms", "notext", "notexts", "nocall", "nocalls", "nomarketing", "nomessages",
    ];

    private static readonly string[] s_consents = ["optin", "optedin", "consent", "acceptssms", "acceptsmarketing", "acceptsmessages", "einwilligung"];

    private static readonly string[] s_consentNames = ["subscribed", "issubscribed", "smssubscribed", "subscribedtosms"];

    private static readonly string[] s_otherMedia = ["fax", "postal", "letter"];

    private static readonly HashSet<string> s_nothing = new(StringComparer.Ordinal) { "", "na", "null", "nil", "none", "unknown", "unbekannt", "pending" };

    private static readonly HashSet<string> s_no = new(StringComparer.Ordinal)
    {
        "no", "n", "false", "f", "off", "never", "not", "nein", "falsch", "nicht", "non", "faux", "não", "nao", "falso", "nie", "fałsz", "nej", "falskt",
        "nee", "onwaar", "ei", "ne", "hayır", "hayir", "yanlış", "yanlis", "нет", "لا", "否",
    };

    // What such columns say instead of yes and no.
    private static readonly HashSet<string> s_wanted =
        new(StringComparer.Ordinal) { "optin", "optedin", "subscribed", "active", "allowed", "granted", "notoptedout", "notunsubscribed", "notblocked" };

    private static readonly HashSet<string> s_unwanted =
        new(StringComparer.Ordinal) { "optout", "optedout", "unsubscribed", "withdrawn", "revoked", "denied", "refused", "declined", "rejected", "notgranted" };

    /// <summary>Finds such columns.</summary>
    /// <param name="names">The names of all columns.</param>
    /// <returns>Those that say whether somebody wants messages.</returns>
    public static IReadOnlyList<OptOutColumn> Among(IReadOnlyList<string> names)
    {
        var found = new List<OptOutColumn>();
        for (int i = 0; i < names.Count; i++)
        {
            string name = Plain(names[i]);
            if (s_otherMedia.Any(name.Contains))
                continue;
            if (s_refusalNames.Contains(name) || s_refusals.Any(name.Contains))
                found.Add(new OptOutColumn(i, IsConsent: false));
            else if (s_consentNames.Contains(name) || s_consents.Any(name.Contains))
                found.Add(new OptOutColumn(i, IsConsent: true));
        }

        return found;
    }

    /// <summary>Whether a cell says that messages are not wanted. A cell that nobody filled in says nothing, for a consent neither.</summary>
    /// <param name="cell">The cell of the column.</param>
    /// <returns>True for a refusal: in a column such as OptOut also a date, a mark or a reason.</returns>
    public bool Refuses(object? cell)
    {
        if (CellText.IsEmpty(cell) || cell is CellError || CellText.Of(cell!) is not string text)
            return false;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            return IsConsent ? number == 0 : IsYes(number);
        string plain = Plain(text);
        if (plain.Length == 0)
            return !IsConsent && text.AsSpan().ContainsAny("✓✔☑☒✅");
        if (s_nothing.Contains(plain))
            return false;
        return IsConsent ? s_no.Contains(plain) || s_unwanted.Contains(plain) : !s_no.Contains(plain) && !s_wanted.Contains(plain);
    }

    // 1, -1 as some databases have it, and a time in seconds. Another number counts something, such as the stops of a tour.
    private static bool IsYes(double number) => number is 1 or -1 or > 100_000_000;

    private static string Plain(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
