using System.Text.Json;

namespace UserOps.Functions.Tests.Durable;

/// <summary>
/// Who waits for which event. As in the SDK the last to wait is the first to get, and an event that meets a wait which was given up is gone with it.
/// </summary>
internal sealed class EventWaits(JsonSerializerOptions json)
{
    private readonly Dictionary<string, Stack<OpenTask>> _waits = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, string? PayloadJson)> _unheard = [];

    /// <summary>Events that came before anybody waited for them, in order of arrival.</summary>
    public IReadOnlyList<(string Name, string? PayloadJson)> Unheard => _unheard;

    public bool Any => _waits.Count > 0;

    public Task<T> For<T>(string name, CancellationToken cancel)
    {
        var wait = new OpenTask<T>(null);
        var early = _unheard.FindIndex(e => e.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (early >= 0)
        {
            wait.Complete(_unheard[early].PayloadJson, json);
            _unheard.RemoveAt(early);
            return wait.Task;
        }

        if (!_waits.TryGetValue(name, out var waits))
        {
            _waits[name] = waits = new();
        }

        if (waits.TryPeek(out var other) && other.ResultType != typeof(T))
        {
            throw new ArgumentException($"Event '{name}' is awaited as {other.ResultType.Name} already.");
        }

        waits.Push(wait);
        cancel.Register(() => wait.Cancel(cancel));
        return wait.Task;
    }

    public void Raise(string name, string? payloadJson)
    {
        if (!_waits.TryGetValue(name, out var waits))
        {
            _unheard.Add((name, payloadJson));
            return;
        }

        var wait = waits.Pop();
        if (waits.Count == 0)
        {
            _waits.Remove(name);
        }

        wait.Complete(payloadJson, json);
    }
}
