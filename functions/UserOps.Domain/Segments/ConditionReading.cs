using System.Text.Json;

namespace UserOps.Domain.Segments;

/// <summary>One condition being read. It goes on after a mistake, so that all of them are told at once.</summary>
internal sealed class ConditionReading(ICollection<Mistake> mistakes, ConditionNames names)
{
    private static readonly string[] Forms = ["all", "any", "not", "field", "event", "sequence", "segment", "journey", "message"];

    /// <summary>What stands beside a form.</summary>
    private static readonly string[] Beside = ["op", "value", "times", "within", "where", "since", "state", "step", "outcome", "template", "channel"];

    private static readonly string OneOf = $"one of {string.Join(", ", Forms[..^1].Select(form => $"'{form}'"))} and '{Forms[^1]}'";

    private int _nodes;

    public Condition? Read(JsonElement json, string at, ConditionScope scope, int depth)
    {
        if (++_nodes > ConditionLimits.Nodes)
        {
            // Told once; what comes after is not read.
            return _nodes == ConditionLimits.Nodes + 1 ? Wrong(at, $"More than {ConditionLimits.Nodes} conditions in one.") : null;
        }

        if (depth > ConditionLimits.Depth)
        {
            return Wrong(at, $"More than {ConditionLimits.Depth} conditions within each other.");
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            return Wrong(at, "A condition is an object such as {\"field\": \"trait.city\", \"op\": \"is\", \"value\": \"Ulm\"}.");
        }

        return FormOf(json, at) switch
        {
            "all" => ReadList(json, at, "all", scope, depth) is { } of ? new Condition.All(of) : null,
            "any" => ReadList(json, at, "any", scope, depth) is { } of ? new Condition.Any(of) : null,
            "not" => ReadNot(json, at, scope, depth),
            "field" => ReadCompare(json, at, scope),
            { } form when !scope.HasFlag(ConditionScope.User) => Wrong(JsonPointer.To(at, form), "Only properties of the event can be asked about here, as 'event.NAME'."),
            "event" => ReadHappened(json, at, depth),
            "sequence" => ReadSequence(json, at, depth),
            "segment" => ReadInSegment(json, at),
            "journey" => ReadInJourney(json, at),
            "message" => ReadMessaged(json, at),
            _ => null,
        };
    }

    /// <returns>Null, and the mistake told, unless exactly one of the forms is there.</returns>
    private string? FormOf(JsonElement json, string at)
    {
        // Messages may be those of a journey.
        var message = JsonText.TryProperty(json, "message", out _);
        var there = Forms.Where(form => JsonText.TryProperty(json, form, out _) && !(message && form == "journey")).ToArray();
        if (there.Length > 1)
        {
            Wrong(at, $"Has both '{there[0]}' and '{there[1]}': take one, or put them in a list of 'all' or 'any'.");
        }
        else if (there.Length == 0)
        {
            var unknown = json.EnumerateObject().Select(JsonText.NameOf).FirstOrDefault(name => !Beside.Contains(name));
            Wrong(unknown is null ? at : JsonPointer.To(at, unknown), unknown is null
                ? $"A condition has {OneOf}."
                : $"Unknown property '{unknown}': a condition has {OneOf}.{Nearest.Hint(unknown, Forms)}");
        }

        return there.Length == 1 ? there[0] : null;
    }

    private List<Condition>? ReadList(JsonElement json, string at, string form, ConditionScope scope, int depth)
    {
        Properties.Check(json, at, mistakes, form);
        var (list, listAt) = (JsonText.Property(json, form), JsonPointer.To(at, form));
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            Wrong(listAt, $"'{form}' takes a list of at least one condition.");
            return null;
        }

        var of = new List<Condition>();
        foreach (var (i, item) in list.EnumerateArray().Index())
        {
            if (Read(item, JsonPointer.To(listAt, i), scope, depth + 1) is { } condition)
            {
                of.Add(condition);
            }
        }

        return of.Count == list.GetArrayLength() ? of : null;
    }

    private Condition.Not? ReadNot(JsonElement json, string at, ConditionScope scope, int depth)
    {
        Properties.Check(json, at, mistakes, "not");
        return Read(JsonText.Property(json, "not"), JsonPointer.To(at, "not"), scope, depth + 1) is { } of ? new Condition.Not(of) : null;
    }

    private Condition.Compare? ReadCompare(JsonElement json, string at, ConditionScope scope)
    {
        Properties.Check(json, at, mistakes, "field", "op", "value");
        var compare = CompareReader.Read(json, at, scope, mistakes);
        return compare is { Field.Info.Source: FieldSource.Tags } && Mentions.TagOf(compare) is var tag && names.RetiredTags?.Contains(tag) == true
            ? Wrong(JsonPointer.To(at, compare.Field.Name is null ? "value" : "field"), $"The tag '{tag}' is retired: nobody has it.") as Condition.Compare
            : compare;
    }

    private Condition.Happened? ReadHappened(JsonElement json, string at, int depth)
    {
        Properties.Check(json, at, mistakes, "event", "times", "within", "where");
        var where = JsonText.TryProperty(json, "where", out var asked) ? Read(asked, JsonPointer.To(at, "where"), ConditionScope.Where, depth + 1) : null;
        return HappenedReader.Read(json, at, where, mistakes);
    }

    private Condition.Sequence? ReadSequence(JsonElement json, string at, int depth)
    {
        Properties.Check(json, at, mistakes, "sequence", "within", "since");
        return SequenceReader.Read(json, at, (where, whereAt) => Read(where, whereAt, ConditionScope.Where, depth + 1), mistakes);
    }

    private Condition.InSegment? ReadInSegment(JsonElement json, string at)
    {
        Properties.Check(json, at, mistakes, "segment");
        return NameReader.Key(JsonText.Property(json, "segment"), JsonPointer.To(at, "segment"), "segment", names.Segments, mistakes) is { } key ? new(key) : null;
    }

    private Condition? ReadInJourney(JsonElement json, string at)
    {
        if (JsonText.TryProperty(json, "step", out _))
        {
            Properties.Check(json, at, mistakes, "journey", "step", "outcome");
            return InJourneyReader.ReadStep(json, at, names, mistakes);
        }

        Properties.Check(json, at, mistakes, "journey", "state", "within");
        return InJourneyReader.Read(json, at, names, mistakes);
    }

    private Condition.Messaged? ReadMessaged(JsonElement json, string at)
    {
        Properties.Check(json, at, mistakes, "message", "journey", "template", "channel", "times", "within");
        return MessagedReader.Read(json, at, names, mistakes);
    }

    private Condition? Wrong(string at, string what)
    {
        mistakes.Add(new(at, what));
        return null;
    }
}
