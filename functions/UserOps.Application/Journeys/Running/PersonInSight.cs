using System.Text.Json;
using UserOps.Application.Events;
using UserOps.Application.Messages.Sending;
using UserOps.Application.Scoring;
using UserOps.Application.Segments;
using UserOps.Application.Settings;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Events;
using UserOps.Domain.Messages;
using UserOps.Domain.Scoring;
using UserOps.Domain.Segments;
using UserOps.Domain.Users;

namespace UserOps.Application.Journeys.Running;

/// <summary>Gathers what conditions look at, and nothing that they do not mention.</summary>
public sealed class PersonInSight(
    ITableStore tables, JourneyRunRows runs, MessageRows messages, FindScores scores, PublishedModels models, PublishedSegments published, UserOpsSettings settings)
{
    /// <param name="mentions">Of all the conditions that will be asked.</param>
    /// <param name="eventRow">Of the event at hand; null: there is none.</param>
    public async Task<ConditionFacts> RunAsync(
        Profile profile, Mentions mentions, string? eventRow, IReadOnlyDictionary<string, JsonElement>? variables, DateTimeOffset now, CancellationToken cancel)
    {
        var facts = ConditionFacts.Of(profile, now, settings.Workspace.Zone, settings.Workspace.Currency, PersonLanguage.Told(profile).FirstOrDefault());
        var tags = mentions.Tags ? (await published.RunAsync(cancel)).Tags : null;
        return facts with
        {
            Tags = tags?.Of(profile) ?? facts.Tags,
            TagValues = tags?.ValuesOf(profile) ?? facts.TagValues,
            Variables = variables ?? facts.Variables,
            Segments = mentions.Segments.IsEmpty ? facts.Segments : Memberships.Verdicts(profile.Segments),
            Events = mentions.LookBack.IsEmpty ? [] : await EventsAsync(profile.Key, mentions, now, cancel),
            Passed = mentions.StepsOf.IsEmpty ? [] : await runs.OfUserAsync(profile.Key, cancel).Where(run => mentions.StepsOf.Contains(run.Journey)).SelectMany(PassedStep.Of).Distinct().ToListAsync(cancel),
            Messages = mentions.Messages ? await messages.AllAsync(profile.Key, cancel).ToListAsync(cancel) : [],
            Standing = mentions.Scores ? await StandingAsync(profile.Key, cancel) : null,
            Outlook = mentions.Predictions ? await models.OfAsync(profile.Purchases, now, settings.Workspace.Zone, cancel) : null,
            EventProperties = mentions.EventProperties.IsEmpty || eventRow is null ? null : (await EventAsync(profile.Key, eventRow, cancel))?.Properties,
        };
    }

    public async Task<UserEvent?> EventAsync(string userKey, string row, CancellationToken cancel) =>
        await tables.GetAsync(userKey, row, cancel) is { } stored ? IncomingEvent.Read(Documents.ReadBytes(stored)).Event : null;

    /// <summary>By the time they happened, each with its row.</summary>
    public IAsyncEnumerable<(string Row, UserEvent Event)> EventsSinceAsync(string userKey, DateTimeOffset from, CancellationToken cancel) =>
        EventsAsync(userKey, UserRow.EventsFrom(from), cancel);

    private IAsyncEnumerable<(string Row, UserEvent Event)> EventsAsync(string userKey, string from, CancellationToken cancel) =>
        tables.RowsAsync(new(userKey, from, RowQuery.EndOf(UserRow.EventPrefix)), cancel).Select(row => (row.Key.Value, IncomingEvent.Read(Documents.ReadBytes(row)).Event));

    private async Task<IReadOnlyList<AppliedEvent>> EventsAsync(string userKey, Mentions mentions, DateTimeOffset now, CancellationToken cancel)
    {
        // Rows are in order of time, so that one range from the earliest look-back holds all.
        var longest = mentions.LookBack.Values.Any(back => back is null) ? default(TimeSpan?) : mentions.LookBack.Values.Max();
        var from = longest is { } back && back < now - DateTimeOffset.MinValue ? UserRow.EventsFrom(now - back) : UserRow.EventPrefix;
        var events = new List<AppliedEvent>();
        await foreach (var (_, said) in EventsAsync(userKey, from, cancel))
        {
            if (mentions.LookBack.ContainsKey(said.Name))
            {
                events.Add(new(said.Name, said.OccurredAt, said.Properties));
            }
        }

        return events;
    }

    private async Task<Standing?> StandingAsync(string userKey, CancellationToken cancel) =>
        await scores.RunAsync(null, cancel) is { } run && await tables.GetAsync(ScoreRow.Partition(run, Buckets.Of(userKey)), ScoreRow.Key(userKey), cancel) is { } row
            ? ScoreRow.Read(row).Now
            : null;
}
