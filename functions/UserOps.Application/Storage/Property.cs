namespace UserOps.Application.Storage;

/// <summary>A named value: string, long, double (finite), bool, DateTimeOffset (UTC, from the year 1601) or bytes.</summary>
public readonly record struct Property(string Name, object Value)
{
    private static readonly System.Buffers.SearchValues<char> NameCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>Taken by the service itself or by its client, in whatever case.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase) { "PartitionKey", "RowKey", "Timestamp", "ETag" };

    private static readonly DateTimeOffset FirstInstant = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="TableLimitException">The name, the type or the size is none that a table holds.</exception>
    internal long Size(int change)
    {
        if (Name.Length is 0 or > 255 || !char.IsAsciiLetter(Name[0]) || Name.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            throw new TableLimitException($"A property's name is 1 to 255 letters, digits and underscores; change {change} has another.");
        }

        if (Reserved.Contains(Name))
        {
            throw new TableLimitException($"A property can't be called '{Name}', as that of change {change}: every row has one of its own.");
        }

        return Value switch
        {
            string { Length: > TableLimits.StringUnits } text => throw new TableLimitException(
                $"A string property holds at most {TableLimits.StringUnits} UTF-16 units; '{Name}' of change {change} has {text.Length}."),
            string text => 4 + (2 * text.Length),
            byte[] { Length: > TableLimits.PropertyBytes } bytes => throw new TableLimitException(
                $"A binary property holds at most {TableLimits.PropertyBytes} bytes; '{Name}' of change {change} has {bytes.Length}."),
            byte[] bytes => 4 + bytes.Length,
            double number when !double.IsFinite(number) => throw new TableLimitException(
                $"A table holds finite numbers; '{Name}' of change {change} is {number}."),
            DateTimeOffset instant when instant < FirstInstant => throw new TableLimitException(
                $"A table holds instants from the year {FirstInstant.Year} on; '{Name}' of change {change} is in the year {instant.Year}."),
            long or double or DateTimeOffset => 8,
            bool => 1,
            _ => throw new TableLimitException($"'{Name}' of change {change} is a {Value?.GetType().Name ?? "null"}, which a table does not hold."),
        };
    }
}
