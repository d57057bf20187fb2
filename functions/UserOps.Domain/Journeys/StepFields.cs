using System.Text.Json;
using NodaTime;
using UserOps.Domain.Segments;

namespace UserOps.Domain.Journeys;

/// <summary>One step's properties, with what else its reading needs. Noting where it leads is part of reading it.</summary>
/// <param name="following">The step after it in the list; null: it is the last.</param>
internal sealed class StepFields(JsonFields fields, StepOutline outline, StepOutline? following, HashSet<string> ids, Reading reading)
{
    public JsonFields Fields => fields;

    public Reading Reading => reading;

    public string? Next { get; private set; }

    /// <summary>Time passes in this step, so that a circle through it is none without a pause.</summary>
    public void Waits() => outline.Waits = true;

    /// <summary>Reads <c>next</c>; where it is absent, the step after it in the list comes next.</summary>
    public void ReadNext()
    {
        if (fields.Has("next"))
        {
            Next = Way(fields, "next");
            return;
        }

        outline.Broken |= following is { Id: null };
        Next = following?.Id;
        outline.Ways.Add(Next);
    }

    /// <returns>The step that is named; null: the run ends, or it names none.</returns>
    public string? Way(JsonFields where, string name)
    {
        const string Form = "write the id of a step, or \"end\"";
        var id = where.Text(name, JourneyLimits.NameLength, Form);
        if (id is null)
        {
            outline.Broken = true;
            return null;
        }

        if (id != Reserved.End && !ids.Contains(id))
        {
            where.Wrong(name, $"There is no step '{Shown.Of(id)}'{NearestName.Hint(id, ids)}");
            outline.Broken = true;
        }

        var way = id == Reserved.End ? null : id;
        outline.Ways.Add(way);
        return way;
    }

    public string Text(string name, int most, string form) => fields.Text(name, most, form) ?? "";

    public string Key(string name, string form) => fields.Key(name, JourneyLimits.KeyLength, form) ?? "";

    public string Checked(string name, string what, IReadOnlySet<string>? names, string? none = null) =>
        reading.Checked(fields.Key(name, JourneyLimits.KeyLength, $"write the name of a {what}"), fields.AtOf(name), what, names, none) ?? "";

    public Condition? Where() => reading.Condition(fields, "where", ConditionUse.Event);

    public Period Duration(string name) => fields.Duration(name, Durations.Form) ?? Period.Zero;

    public JsonElement? Find(string name, string? form = null) => fields.Find(name, form);
}
