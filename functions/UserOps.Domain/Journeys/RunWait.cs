using System.Text.Json.Serialization;

namespace UserOps.Domain.Journeys;

/// <summary>What a run waits for at its step.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "for")]
[JsonDerivedType(typeof(Time), "time")]
[JsonDerivedType(typeof(Event), "event")]
[JsonDerivedType(typeof(Turn), "turn")]
public abstract record RunWait
{
    private RunWait()
    {
    }

    /// <summary>When it is over, whatever happens.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>A wait step.</summary>
    public sealed record Time : RunWait;

    /// <summary>A step that waits for an event, until its time is over.</summary>
    public sealed record Event(string Name) : RunWait;

    /// <summary>The step's own turn has not come: quiet hours, a cap, a provider that asks for patience.</summary>
    /// <param name="Because">Such as <c>quiet-hours</c>, <c>capped</c>, <c>pace</c>, <c>provider</c>.</param>
    /// <param name="Attempts">How often it was tried in vain at this step.</param>
    public sealed record Turn(string? Because = null, int Attempts = 0) : RunWait
    {
        /// <summary>A provider that was not reached, or that will tell later what became of it: what counts as an attempt.</summary>
        public const string Provider = "provider";
    }
}
