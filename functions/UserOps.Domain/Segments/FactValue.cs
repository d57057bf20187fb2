using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace UserOps.Domain.Segments;

/// <summary>What a field holds for one user; null where it holds nothing.</summary>
internal abstract record FactValue
{
    private FactValue()
    {
    }

    public sealed record Text(string Value) : FactValue;

    public sealed record Number(decimal Value) : FactValue;

    public sealed record YesNo(bool Value) : FactValue;

    public sealed record Day(LocalDate Value) : FactValue;

    public sealed record Moment(Instant Value) : FactValue;

    public sealed record Names(IReadOnlyList<string> Value) : FactValue;

    /// <summary>Lists, objects and numbers too large: there, but equal to nothing.</summary>
    public sealed record Other : FactValue;

    public static FactValue? Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.True or JsonValueKind.False => new YesNo(json.ValueKind == JsonValueKind.True),
        JsonValueKind.Number when json.TryGetDecimal(out var number) => new Number(number),
        JsonValueKind.String when JsonText.Of(json) is { } text => new Text(text),
        _ => new Other(),
    };

    /// <summary>The value as a day or an instant: of a text <c>2026-01-31</c>, <c>2026-01-31T18:00:00Z</c>, or the same without an offset, which is then the zone's.</summary>
    /// <returns>A <see cref="Day"/> or <see cref="Moment"/>; null when it is neither.</returns>
    public FactValue? AsDate(ZoneCalendar calendar)
    {
        if (this is not Text { Value: { Length: >= 10 and <= 40 } text })
        {
            return this as Day ?? (FactValue?)(this as Moment);
        }

        return LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= 1 } day } ? new Day(day)
            : OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: { Year: >= 1 } at } ? new Moment(Within(at.Year, at.ToInstant))
            : LocalDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: { Year: >= 1 } local }
                ? new Moment(Within(local.Year, () => calendar.Zone.ResolveLocal(local, NodaTime.TimeZones.Resolvers.LenientResolver).ToInstant()))
            : null;
    }

    /// <summary>In whole ticks, as all instants of ours are: one that falls between two could never be waited for.</summary>
    private static Instant Within(int year, Func<Instant> at) => year >= ZoneCalendar.LastYear ? Instant.MaxValue : Instant.FromUnixTimeTicks(at().ToUnixTimeTicks());
}
