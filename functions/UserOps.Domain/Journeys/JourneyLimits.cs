namespace UserOps.Domain.Journeys;

/// <summary>Sizes of a journey; a larger one is refused, and stays readable for people with these.</summary>
public static class JourneyLimits
{
    public const int DocumentBytes = 64 * 1024;
    public const int Steps = 100;

    /// <summary>Cases of a branch, arms of a split.</summary>
    public const int Ways = 20;

    public const int KeyLength = 60;
    public const int StepIdLength = 40;
    public const int NameLength = 100;
    public const int EventLength = 200;
    public const int Channels = 10;
    public const int Tags = 20;
    public const int TextLength = 1_000;
    public const int Weight = 1_000;
    public const int Points = 1_000_000;
    public const int HoldOutPercent = 50;

    /// <summary>More would hide the first ones.</summary>
    public const int Mistakes = 100;
}
