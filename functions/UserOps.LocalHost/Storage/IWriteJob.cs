namespace UserOps.LocalHost.Storage;

internal interface IWriteJob
{
    /// <summary>Roughly what it writes.</summary>
    int Bytes { get; }

    /// <summary>On the writer's thread, within its transaction. Where a condition does not hold it leaves nothing written; what it throws fails the whole transaction.</summary>
    void Write();

    /// <summary>After COMMIT: tells the caller.</summary>
    void Answer();

    /// <summary>Nothing of it was written.</summary>
    void Fail(Exception exception);
}
