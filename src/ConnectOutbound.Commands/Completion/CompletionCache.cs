using System.Collections;
using System.Collections.Concurrent;
using ConnectOutbound.Commands.Sandboxes;
using ConnectOutbound.Engine.Service;

namespace ConnectOutbound.Commands.Completion;

/// <summary>
/// What completers ask a service for: within two seconds or not at all, and kept for a minute. Static, because PowerShell makes completers anew for
/// each key.
/// </summary>
internal static class CompletionCache
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_life = TimeSpan.FromMinutes(1);
    private static readonly ConcurrentDictionary<string, (long At, Task<IReadOnlyList<(string Name, string Tip)>> Names)> s_lists = new(StringComparer.Ordinal);

    /// <summary>Names to complete.</summary>
    /// <param name="what">What is asked for.</param>
    /// <param name="bound">What stands on the command line.</param>
    /// <param name="list">Asks.</param>
    /// <returns>The names; none where they did not come in time, or could not be read: a completer has nobody to complain to.</returns>
    public static IReadOnlyList<(string Name, string Tip)> Names(
        string what,
        IDictionary? bound,
        Func<ConnectionSettings, CancellationToken, Task<IReadOnlyList<(string Name, string Tip)>>> list)
    {
        ConnectionSettings settings = SettingsOf(bound);
        // The access key tells accounts apart; its secret is no part of the name.
        string key = $"{what}\n{settings.EndpointUrl}\n{settings.Region}\n{settings.ProfileName}\n{settings.AccessKey}";
        TimeProvider time = TimeProvider.System;
        if (!s_lists.TryGetValue(key, out (long At, Task<IReadOnlyList<(string Name, string Tip)>> Names) entry)
            || entry.Names.IsFaulted
            || entry.Names.IsCanceled
            || time.GetElapsedTime(entry.At) > s_life)
        {
            foreach ((string old, (long at, _)) in s_lists)
            {
                if (time.GetElapsedTime(at) > s_life)
                    s_lists.TryRemove(old, out _);
            }

            entry = (time.GetTimestamp(), Task.Run(() => ListAsync(settings, list)));
            s_lists[key] = entry;
        }

        try
        {
            return entry.Names.Wait(s_patience) ? entry.Names.GetAwaiter().GetResult() : [];
        }
        catch (AggregateException)
        {
            return [];
        }
    }

    /// <summary>What stands on the command line for a parameter.</summary>
    /// <param name="bound">What stands on the command line.</param>
    /// <param name="name">The parameter.</param>
    /// <returns>Its text; null where it is not there.</returns>
    public static string? Text(IDictionary? bound, string name) => bound?[name] as string;

    private static async Task<IReadOnlyList<(string Name, string Tip)>> ListAsync(
        ConnectionSettings settings,
        Func<ConnectionSettings, CancellationToken, Task<IReadOnlyList<(string Name, string Tip)>>> list)
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await list(settings, giveUp.Token).ConfigureAwait(false);
    }

    private static ConnectionSettings SettingsOf(IDictionary? bound)
    {
        string? Default(string name) => Defaults.SessionDefaults.Effective().FirstOrDefault(found => found.Name == name)?.Value;
        string? endpoint = Text(bound, "EndpointUrl");
        return SandboxRegistry.WithCredentials(new ConnectionSettings
        {
            Region = Text(bound, "Region") ?? Default("Region"),
            ProfileName = Text(bound, "ProfileName") ?? (SandboxRegistry.IsSandbox(endpoint) ? null : Default("ProfileName")),
            ProfileLocation = Text(bound, "ProfileLocation"),
            AccessKey = Text(bound, "AccessKey"),
            SecretKey = Text(bound, "SecretKey"),
            SessionToken = Text(bound, "SessionToken"),
            EndpointUrl = endpoint,
        });
    }
}
