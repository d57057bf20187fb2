using System.Text.Json;
using UserOps.Application.Events;
using UserOps.Domain;
using UserOps.Domain.Events;
using UserOps.Domain.Users;

namespace UserOps.Application.Scoring;

/// <summary>Passages as events of the users they are about: the same bytes however often they are told.</summary>
public static class TransitionEvents
{
    public const string Source = UserFold.PassageSource;
    public const string StageChanged = StagePassage.EventName;
    public const string SegmentChanged = "Segment Changed";
    public const string ChurnWarning = "Churn Warning";

    public static IReadOnlyList<AddressedEvent> Of(TransitionBatch batch) =>
        [.. batch.Transitions.Select(transition => new AddressedEvent(transition.UserKey, Of(batch, transition)))];

    private static UserEvent Of(TransitionBatch batch, Transition transition)
    {
        var properties = JsonSerializer.SerializeToUtf8Bytes(
            new TransitionProperties(transition.Map, transition.From, transition.To, batch.AsOf), ScoringJson.Default.TransitionProperties);
        using var document = JsonDocument.Parse(properties);
        var (kind, name) = transition.Warning ? ("churn", ChurnWarning) : transition.Map is null ? ("stage", StageChanged) : ("segment", SegmentChanged);
        return new()
        {
            Source = Source,
            // With the attempt and the outcome: when a day is scored again and comes out otherwise, that is a change of its own.
            DedupeKey = $"{transition.UserKey}~{RunRows.Text(batch.AsOf)}~{kind}~{batch.Attempt}~{transition.To}",
            ContentHash = HashText.Short(properties),
            Type = EventType.Track,
            Name = name,
            OccurredAt = batch.OccurredAt,
            ReceivedAt = batch.WrittenAt,
            Identity = new Identity(),
            Properties = document.RootElement.Clone(),
        };
    }
}
