namespace UserOps.Application.Settings;

/// <param name="EntryWithin">An event that is older when it arrives starts no journey.</param>
public sealed record JourneySettings(TimeSpan EntryWithin)
{
    public static readonly JourneySettings Default = new(TimeSpan.FromHours(72));
}
