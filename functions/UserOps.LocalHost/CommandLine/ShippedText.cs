using UserOps.Application.Journeys.Shipped;

namespace UserOps.LocalHost.CommandLine;

/// <summary>What became of shipped documents, in words.</summary>
internal static class ShippedText
{
    /// <param name="quiet">Only where it is not as it was meant to be.</param>
    public static void Say(Terminal terminal, string noun, ShippedResult result, bool quiet = false)
    {
        if (!quiet || result.Outcome is not (ShippedOutcome.Published or ShippedOutcome.Unchanged))
        {
            terminal.Say($"{noun} {Text.Line(result.Key)}  {Words(result)}");
        }

        foreach (var mistake in result.Mistakes ?? [])
        {
            terminal.Note($"  {Text.Line(mistake.At)}: {Text.Line(mistake.What)}");
        }
    }

    private static string Words(ShippedResult result) => result.Outcome switch
    {
        ShippedOutcome.Published => $"published, version {result.Version}",
        ShippedOutcome.Unchanged => $"as it was, version {result.Version}",
        ShippedOutcome.Edited => "edited here, left alone",
        ShippedOutcome.Archived => "archived here, left alone; name it to bring it back",
        _ => "refused:",
    };
}
