namespace UserOps.Application.Orders.Import;

/// <summary>What the operator says about an order file; what is left out is recognised from the header.</summary>
public sealed record ImportOptions
{
    /// <summary>A column's name, or its position from 1.</summary>
    public string? Customer { get; init; }

    /// <inheritdoc cref="Customer"/>
    public string? Date { get; init; }

    /// <inheritdoc cref="Customer"/>
    public string? Amount { get; init; }

    /// <inheritdoc cref="Customer"/>
    public string? Order { get; init; }

    /// <summary>A column's name or position, or the ISO 4217 code that all amounts are in; without either, the workspace's currency.</summary>
    public string? Currency { get; init; }

    /// <summary>
    /// The configured webhook source that customer and order ids belong to, so that its later webhooks meet the same people and orders.
    /// Null: customer ids are the workspace's own user ids.
    /// </summary>
    public string? Source { get; init; }

    /// <summary>Custom .NET date format, such as <c>d/M/yyyy</c>; null: ISO 8601 and its close relatives.</summary>
    public string? DateFormat { get; init; }

    /// <summary>What separates whole units from fractions in amounts; null: told from each amount, and refused where it can't be.</summary>
    public char? DecimalMark { get; init; }
}
