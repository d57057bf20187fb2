using System.Text.Json;

namespace UserOps.Domain.Journeys;

public static class StepWriter
{
    /// <param name="following">Id of the step after it in the list, which needs no <c>next</c>.</param>
    public static void Write(Utf8JsonWriter json, Step step, string? following, WriteCondition condition)
    {
        var type = TypeOf(step);
        json.WriteStartObject();
        json.WriteString("id", step.Id);
        json.WriteString("type", type);
        switch (step)
        {
            case Step.Send send:
                Write(json, send);
                break;
            case Step.Wait wait:
                WaitWriter.Write(json, wait.Until);
                break;
            case Step.WaitForEvent wait:
                json.WriteString("event", wait.Event);
                JourneyWriter.Write(json, "where", wait.Where, condition);
                json.WriteString("timeout", Durations.Write(wait.Timeout));
                json.WriteString("onTimeout", wait.OnTimeout ?? Reserved.End);
                break;
            case Step.Branch branch:
                Write(json, branch, condition);
                break;
            case Step.Split split:
                Write(json, split);
                break;
            case Step.Tag tag:
                Write(json, "add", tag.Add);
                Write(json, "remove", tag.Remove);
                break;
            case Step.SetProperty set:
                json.WriteString("name", set.Name);
                json.WritePropertyName("value");
                set.Value.WriteTo(json);
                break;
            case Step.Grant { Coupon: { } coupon }:
                json.WriteString("coupon", coupon);
                break;
            case Step.Grant grant:
                json.WriteNumber("points", grant.Points);
                break;
            case Step.CallWebhook call:
                json.WriteString("endpoint", call.Endpoint);
                if (call.Body is { } body)
                {
                    json.WritePropertyName("body");
                    body.WriteTo(json);
                }

                break;
            case Step.StartJourney start:
                json.WriteString("journey", start.Journey);
                break;
            case Step.Exit exit:
                json.WriteString("reason", exit.Reason);
                break;
        }

        if (step.Next != following && StepForms.Properties[type].Contains("next"))
        {
            json.WriteString("next", step.Next ?? Reserved.End);
        }

        json.WriteEndObject();
    }

    public static string TypeOf(Step step) => step switch
    {
        Step.Send => StepForms.Send,
        Step.Wait => StepForms.Wait,
        Step.WaitForEvent => StepForms.WaitForEvent,
        Step.Branch => StepForms.Branch,
        Step.Split => StepForms.Split,
        Step.Tag => StepForms.Tag,
        Step.SetProperty => StepForms.SetProperty,
        Step.Grant => StepForms.Grant,
        Step.CallWebhook => StepForms.CallWebhook,
        Step.StartJourney => StepForms.StartJourney,
        Step.Exit => StepForms.Exit,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "No type of step."),
    };

    private static void Write(Utf8JsonWriter json, Step.Send send)
    {
        var choosing = send.Cheapest || send.Channels.Count > 1;
        json.WriteString("channel", send.Cheapest ? Reserved.CheapestThatReaches : choosing ? Reserved.FirstThatReaches : send.Channels[0]);
        if (choosing)
        {
            Write(json, "channels", send.Channels);
        }

        json.WriteString("template", send.Template);
        if (send.Purpose != SendReader.DefaultPurpose)
        {
            json.WriteString("purpose", send.Purpose);
        }
    }

    private static void Write(Utf8JsonWriter json, Step.Branch branch, WriteCondition condition)
    {
        json.WriteStartArray("cases");
        foreach (var way in branch.Cases)
        {
            json.WriteStartObject();
            JourneyWriter.Write(json, "if", way.If, condition);
            json.WriteString("then", way.Then ?? Reserved.End);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Step.Split split)
    {
        json.WriteStartArray("arms");
        foreach (var arm in split.Arms)
        {
            json.WriteStartObject();
            json.WriteString("name", arm.Name);
            json.WriteNumber("weight", arm.Weight);
            json.WriteString("then", arm.Then ?? Reserved.End);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
