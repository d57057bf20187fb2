using System.Text;
using UserOps.Application.Journeys;
using UserOps.Domain.Journeys;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Journeys;

/// <summary>The use cases of stored journeys over one store, with names that a test chooses.</summary>
internal sealed class JourneyShelf
{
    public const string Key = "onboarding";

    public JourneyShelf()
    {
        Rows = new(Store);
        Check = new(ConditionForm.Full, new([new JourneyNames(Rows), new Templates(this)]), []);
        Save = new(Rows, Check, Clock);
        Find = new(Rows, ConditionForm.Full);
        var doors = new JourneyDoors(new(Rows, Find, Microsoft.Extensions.Logging.Abstractions.NullLogger<OpenJourneys>.Instance), Clock);
        Publish = new(Rows, Check, ConditionForm.Full, doors, new(Store, Rows), Clock);
        Archive = new(Rows, doors, Clock);
    }

    public MemoryTableStore Store { get; } = new();

    public ManualClock Clock { get; } = new();

    public HashSet<string> KnownTemplates { get; } = ["welcome", "nudge"];

    public JourneyRows Rows { get; }

    public CheckJourney Check { get; }

    public SaveJourney Save { get; }

    public PublishJourney Publish { get; }

    public ArchiveJourney Archive { get; }

    public FindJourney Find { get; }

    public async Task<JourneySaved.Kept> SaveAsync(string template = "welcome", string key = Key) =>
        Assert.IsType<JourneySaved.Kept>(await Save.RunAsync(key, Draft(template, key), null, default));

    public Task<JourneyPublished> PublishAsync(string key = Key) => Publish.RunAsync(key, null, default);

    public async Task<string> TemplateOfAsync(int version) =>
        Assert.IsType<Step.Send>(Assert.Single((await Find.RunAsync(Key, version, default))!.Journey.Steps)).Template;

    public static byte[] Draft(string template, string key = Key) => Encoding.UTF8.GetBytes(
        $$"""{ "steps": [{"id":"mail","type":"send","channel":"email","template":"{{template}}"}], "key": "{{key}}", "name": "Welcome to {{key}}", "entry": "manual" }""");

    private sealed class Templates(JourneyShelf shelf) : INameSource
    {
        public Task<KnownNames> AddAsync(KnownNames names, CancellationToken cancel) => Task.FromResult(names with { Templates = shelf.KnownTemplates });
    }
}
