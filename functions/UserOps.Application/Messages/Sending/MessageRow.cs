using UserOps.Application.Storage;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Sending;

/// <summary>Rows of the ledger: <c>m~{run}~{step}~{occurrence}</c> in the user's partition.</summary>
public static class MessageRow
{
    public const string Prefix = "m~";
    private const int Version = 1;

    public static TableKey Key(string run, string step, int occurrence) => $"{Prefix}{run}~{step}~{occurrence:D6}";

    public static TableKey Key(MessageEntry entry) => Key(entry.Run, entry.Step, entry.Occurrence);

    public static Properties Write(MessageEntry entry) => Documents.Write(entry, SendingJson.Compact.MessageEntry, Version);

    public static MessageEntry Read(Row row) => Documents.Read(row, SendingJson.Compact.MessageEntry);
}
