using Azure;
using Azure.Data.Tables;
using UserOps.Application.Storage;

namespace UserOps.Functions.Storage;

/// <summary>Rows as entities of Azure.Data.Tables and back.</summary>
internal static class Entities
{
    public static TableEntity Of(TableKey partition, TableKey key, Properties properties)
    {
        var entity = new TableEntity(partition.Value, key.Value);
        foreach (var property in properties.Items)
        {
            entity.Add(property.Name, property.Value is DateTimeOffset instant ? instant.ToUniversalTime() : property.Value);
        }

        return entity;
    }

    public static TableTransactionAction Action(TableKey partition, Change change) => change switch
    {
        Change.Insert insert => new(TableTransactionActionType.Add, Of(partition, change.Key, insert.Properties)),
        Change.Replace replace => new(
            TableTransactionActionType.UpdateReplace, Of(partition, change.Key, replace.Properties), EntityETag.Of(replace.ETag)),
        Change.Upsert upsert => new(TableTransactionActionType.UpsertReplace, Of(partition, change.Key, upsert.Properties)),
        Change.Delete delete => new(
            TableTransactionActionType.Delete, new TableEntity(partition.Value, change.Key.Value), delete.ETag is { } etag ? EntityETag.Of(etag) : ETag.All),
        _ => throw new ArgumentException($"A {change.GetType().Name} is no change this store knows.", nameof(change)),
    };

    /// <exception cref="InvalidDataException">Somebody else wrote a value of another type into the table.</exception>
    public static Row Read(TableEntity entity)
    {
        var properties = new List<Property>(entity.Count);
        foreach (var (name, value) in (IDictionary<string, object>)entity)
        {
            // No name of ours has a point, all of the protocol's have ("odata.etag").
            if (value is not null && name is not ("PartitionKey" or "RowKey" or "Timestamp") && !name.Contains('.', StringComparison.Ordinal))
            {
                properties.Add(new(name, Value(name, value)));
            }
        }

        return new(entity.PartitionKey, entity.RowKey, entity.ETag.ToString(), Properties.Owning([.. properties]));
    }

    private static object Value(string name, object value) => value switch
    {
        string or long or double or bool or byte[] => value,
        DateTimeOffset instant => instant.ToUniversalTime(),

        // Whole numbers are written as 64 bits, which come with their type; so this is a double whose fraction is nought.
        int whole => (double)whole,
        _ => throw new InvalidDataException($"Property '{name}' of a stored row is a {value.GetType().Name}, which this program never writes."),
    };
}
