using System.Text.Json;
using Microsoft.DurableTask;

namespace UserOps.Functions.Tests.Durable;

/// <summary>A task that the context gave out and history has to complete. Its continuations run inline, in the order of history.</summary>
internal abstract class OpenTask(ScheduledAction? action)
{
    public ScheduledAction? Action { get; } = action;

    /// <summary>History has named it.</summary>
    public bool Confirmed { get; set; }

    public abstract Type ResultType { get; }

    public abstract void Complete(string? resultJson, JsonSerializerOptions json);

    public abstract void Fail(TaskFailureDetails details);

    public abstract void Cancel(CancellationToken token);
}

internal sealed class OpenTask<T>(ScheduledAction? action) : OpenTask(action)
{
    private readonly TaskCompletionSource<T> _source = new();

    public Task<T> Task => _source.Task;

    public override Type ResultType => typeof(T);

    public override void Complete(string? resultJson, JsonSerializerOptions json) =>
        _source.TrySetResult(resultJson is null ? default! : JsonSerializer.Deserialize<T>(resultJson, json)!);

    public override void Fail(TaskFailureDetails details) => _source.TrySetException(new TaskFailedException(Action!.Name, Action.Sequence, details));

    public override void Cancel(CancellationToken token) => _source.TrySetCanceled(token);
}
