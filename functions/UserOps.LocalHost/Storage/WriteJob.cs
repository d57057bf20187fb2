namespace UserOps.LocalHost.Storage;

/// <summary>Something to be written within the writer's next transaction, and the promise to its caller.</summary>
/// <typeparam name="T">What the caller learns.</typeparam>
internal abstract class WriteJob<T> : IWriteJob
{
    // A caller that went on on the writer's thread would hold up everybody else's commit.
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Answered => _answer.Task;

    public abstract int Bytes { get; }

    public void Write() => _result = Execute();

    public void Answer() => _answer.SetResult(_result!);

    public void Fail(Exception exception) => _answer.SetException(exception);

    protected abstract T Execute();
}
