using System.Text.Json;
using UserOps.Domain.Tags;

namespace UserOps.Domain.Journeys;

/// <summary>What each type of step holds. Where something is wrong the step that comes back is of no use, and the mistakes say so.</summary>
internal static class StepReader
{
    /// <param name="key">Of the journey; null: it has none.</param>
    /// <returns>Without id and next, which the list knows.</returns>
    public static Step Read(StepFields step, string type, string? key)
    {
        Step read = type switch
        {
            StepForms.Send => SendReader.Read(step),
            StepForms.Wait => WaitReader.Read(step),
            StepForms.WaitForEvent => WaitForEvent(step),
            StepForms.Branch => WayReader.Branch(step),
            StepForms.Split => WayReader.Split(step),
            StepForms.Tag => Tag(step),
            StepForms.SetProperty => SetProperty(step),
            StepForms.Grant => Grant(step),
            StepForms.CallWebhook => CallWebhook(step),
            StepForms.StartJourney => StartJourney(step, key),
            StepForms.Exit => new Step.Exit(step.Fields.Text("reason", JourneyLimits.NameLength, null) ?? StepForms.Exit) { Id = "" },
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No type of step."),
        };
        if (StepForms.Properties[type].Contains("next"))
        {
            step.ReadNext();
        }

        return read;
    }

    private static Step WaitForEvent(StepFields step)
    {
        step.Waits();
        return new Step.WaitForEvent(
            step.Text("event", JourneyLimits.EventLength, "write an event's name"), step.Where(), step.Duration("timeout"), step.Way(step.Fields, "onTimeout")) { Id = "" };
    }

    private static Step Tag(StepFields step)
    {
        var (add, remove) = (Tags(step, "add"), Tags(step, "remove"));
        if (!step.Fields.Has("add") && !step.Fields.Has("remove"))
        {
            step.Fields.Find("add", "write a list of tags to give, or to 'remove'");
        }

        foreach (var both in add.Intersect(remove, StringComparer.Ordinal))
        {
            step.Fields.Wrong("remove", $"'{Shown.Of(both)}' is given in the same step.");
        }

        return new Step.Tag(add, remove) { Id = "" };
    }

    private static IReadOnlyList<string> Tags(StepFields step, string name) =>
    [
        .. step.Fields.List(name, 1, JourneyLimits.Tags, null)
            .Select(item => JsonFieldValues.TextOf(item.Json, item.At, TagName.MaxLength, "write a tag", step.Reading.Mistakes) is { } tag ? Tag(step, item.At, tag) : ""),
    ];

    /// <summary>Written as tags are kept.</summary>
    private static string Tag(StepFields step, string at, string written)
    {
        var name = TagName.Of(written);
        if (name is null)
        {
            step.Reading.Mistakes.Add(new(at, "A tag has no control characters, and more than blanks."));
        }
        else if (step.Reading.Known.RetiredTags?.Contains(name) == true)
        {
            step.Reading.Mistakes.Add(new(at, $"The tag '{Shown.Of(name)}' is retired and can't be given or taken any more."));
        }

        return name ?? "";
    }

    private static Step SetProperty(StepFields step)
    {
        var name = step.Text("name", JourneyLimits.KeyLength, "write the property's name");
        if (Reserved.Properties.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            step.Fields.Wrong("name", $"'{name}' says who somebody is and can't be set by a journey.");
        }

        var value = step.Find("value", "write a text, a number, true or false, or null to take the property away") ?? default;
        if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array || (value.ValueKind == JsonValueKind.String && value.GetString()!.Length > JourneyLimits.TextLength))
        {
            step.Fields.Wrong("value", $"A text of at most {JourneyLimits.TextLength} characters, a number, true or false, or null stands here.");
        }

        return new Step.SetProperty(name, value) { Id = "" };
    }

    private static Step Grant(StepFields step)
    {
        if (step.Fields.Has("points") == step.Fields.Has("coupon"))
        {
            step.Reading.Mistakes.Add(new(step.Fields.At, "Either 'points' or 'coupon' stands here."));
        }

        var points = step.Fields.Integer("points", 1, JourneyLimits.Points, null) ?? 0;
        return new Step.Grant(points, step.Fields.Has("coupon") ? step.Checked("coupon", "coupon", step.Reading.Known.Coupons) : null) { Id = "" };
    }

    private static Step CallWebhook(StepFields step)
    {
        var body = step.Find("body");
        if (body is { ValueKind: not JsonValueKind.Object } other)
        {
            step.Fields.Wrong("body", $"An object stands here, {{…}}; this is {JsonKind.Of(other)}.");
        }

        return new Step.CallWebhook(step.Checked("endpoint", "endpoint", step.Reading.Known.Endpoints, "set one up first (Webhooks:{name}:Url and Secret among the settings)."), body) { Id = "" };
    }

    private static Step StartJourney(StepFields step, string? key)
    {
        var journey = step.Key("journey", "write the key of a journey");
        if (journey == key)
        {
            step.Fields.Wrong("journey", "A journey can't start itself; reEntry says whether people may come in again.");
        }
        else if (journey.Length > 0)
        {
            step.Reading.Checked(journey, step.Fields.AtOf("journey"), "journey", step.Reading.Known.Journeys);
        }

        return new Step.StartJourney(journey) { Id = "" };
    }
}
