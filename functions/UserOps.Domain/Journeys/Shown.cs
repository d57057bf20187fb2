namespace UserOps.Domain.Journeys;

/// <summary>What somebody wrote, as it may stand in a sentence.</summary>
internal static class Shown
{
    private const int Longest = 40;

    public static string Of(string text) => text.Length <= Longest ? text : text[..Longest] + "…";
}
