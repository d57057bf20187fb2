namespace UserOps.Application.Storage;

/// <param name="ETag">Opaque; another one after every change.</param>
public sealed record Row(TableKey Partition, TableKey Key, string ETag, Properties Properties);
