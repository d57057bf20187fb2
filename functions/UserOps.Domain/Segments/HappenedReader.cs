using System.Text.Json;

namespace UserOps.Domain.Segments;

/// <summary>The name, number and time of events; their <c>where</c> has been read.</summary>
internal static class HappenedReader
{
    public static Condition.Happened? Read(JsonElement json, string at, Condition? where, ICollection<Mistake> mistakes)
    {
        var before = mistakes.Count;
        var name = NameReader.Event(json, at, mistakes);
        var within = PeriodReader.Read(json, at, "within", mistakes);
        var times = TimesReader.Read(json, at, mistakes);
        return mistakes.Count == before ? new(name!, times!.Value, within, where) : null;
    }
}
