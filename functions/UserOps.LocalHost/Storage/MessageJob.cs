namespace UserOps.LocalHost.Storage;

/// <summary>A change to messages, gathered with everything else that is written.</summary>
internal sealed class MessageJob(MessageWrites writes, int bytes, Action<MessageWrites> write) : WriteJob<bool>
{
    public override int Bytes => bytes;

    protected override bool Execute()
    {
        write(writes);
        return true;
    }
}
