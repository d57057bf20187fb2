namespace UserOps.LocalHost.Storage;

internal interface IWriteJob
{
    /// <summary>Roughly what it writes.</summary>
    int Bytes { get; }

    /// <summary>On the writer's thread, within its transaction. Whatever does not hold is found before anything is written, so that others are not spoilt.</summary>
    void Write();

    /// <summary>After COMMIT: tells the caller.</summary>
    void Answer();

    /// <summary>Nothing of it was written.</summary>
    void Fail(Exception exception);
}
