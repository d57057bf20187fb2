namespace UserOps.Application.Settings;

/// <param name="EntryWithin">An event that is older when it arrives starts no journey.</param>
public sealed record JourneySettings(TimeSpan EntryWithin)
{
    /// <summary>Whether an imported order lets somebody in, which in earnest it never does: nobody is welcomed for history.</summary>
    public bool ImportsLetIn { get; init; }

    public static readonly JourneySettings Default = new(TimeSpan.FromHours(72));
}
