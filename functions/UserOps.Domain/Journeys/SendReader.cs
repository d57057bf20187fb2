using UserOps.Domain.Messages;

namespace UserOps.Domain.Journeys;

internal static class SendReader
{
    public const string DefaultPurpose = "marketing";

    public static Step Read(StepFields step)
    {
        var channel = step.Fields.Key("channel", JourneyLimits.KeyLength, $"write a channel such as email, or {Reserved.FirstThatReaches} or {Reserved.CheapestThatReaches}");
        var choosing = channel is Reserved.FirstThatReaches or Reserved.CheapestThatReaches;
        var channels = choosing ? Listed(step) : [channel ?? ""];
        if (!choosing && channel is not null)
        {
            Known(step, channel, step.Fields.AtOf("channel"));
            if (step.Fields.Has("channels"))
            {
                step.Fields.Wrong("channels", $"A list of channels goes with {Reserved.FirstThatReaches} or {Reserved.CheapestThatReaches} as the 'channel' only.");
            }
        }

        var template = step.Checked("template", "template", step.Reading.Known.Templates);
        var purpose = step.Fields.Key("purpose", JourneyLimits.KeyLength, null) ?? DefaultPurpose;
        return new Step.Send(channels, channel == Reserved.CheapestThatReaches, template, purpose) { Id = "" };
    }

    private static IReadOnlyList<string> Listed(StepFields step)
    {
        var channels = new List<string>();
        foreach (var (json, at) in step.Fields.List("channels", 2, JourneyLimits.Channels, "write a list of the channels to choose from"))
        {
            if (JsonFieldValues.KeyOf(json, at, JourneyLimits.KeyLength, "write a channel such as email", step.Reading.Mistakes) is not { } channel)
            {
                continue;
            }

            if (channel is Reserved.FirstThatReaches or Reserved.CheapestThatReaches)
            {
                step.Reading.Mistakes.Add(new(at, $"'{channel}' is no channel but a way to choose one."));
            }
            else if (channels.Contains(channel))
            {
                step.Reading.Mistakes.Add(new(at, $"'{channel}' stands in the list twice."));
            }
            else
            {
                // A shop without text messages can use a journey that would choose them: one of the list is enough.
                channels.Add(MessageNames.Usual.Contains(channel) ? channel : Known(step, channel, at));
            }
        }

        if (channels.Count > 0 && step.Reading.Known.Channels is { } known && !channels.Exists(known.Contains))
        {
            step.Fields.Wrong("channels", $"None of these is set up; there are {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        }

        return channels;
    }

    private static string Known(StepFields step, string channel, string at) => step.Reading.Checked(channel, at, "channel", step.Reading.Known.Channels)!;
}
