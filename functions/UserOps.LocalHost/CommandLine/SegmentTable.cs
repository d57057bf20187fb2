using UserOps.Application.Scoring;
using UserOps.Domain.Scoring;

namespace UserOps.LocalHost.CommandLine;

/// <summary>How many users a run found in which segment and stage.</summary>
internal static class SegmentTable
{
    private const int BarLength = 30;

    public static void Print(Terminal terminal, ScoringRun run)
    {
        var tally = run.Tally!;
        var scored = tally.Codes.Sum();
        terminal.Say($"{Text.Count(tally.Users, "user")} as of {run.AsOf:yyyy-MM-dd}, {Text.Number(scored)} of them with orders that count.");
        var map = SegmentCatalog.Of(run.Rules.Map);
        var counts = new long[map.Count];
        for (byte value = 0; value < RfmCode.Count; value++)
        {
            var code = new RfmCode(value);
            if (run.Rules.Map != SegmentMap.Eight)
            {
                counts[run.Rules.Map == SegmentMap.Eleven ? SegmentCatalog.PlaceInEleven(code) : SegmentCatalog.PlaceInTen(code)] += tally.Codes[value];
            }
        }

        Print(terminal, "Segment", map.Select(s => s.Name), run.Rules.Map == SegmentMap.Eight ? tally.Eights : counts, scored);
        Print(terminal, "Stage", Enum.GetNames<LifeCycleStage>(), tally.Stages, tally.Users);
    }

    private static void Print(Terminal terminal, string title, IEnumerable<string> names, long[] counts, long total)
    {
        terminal.Say("");
        terminal.Say($"{title,-20}{"Users",9}{"Share",8}");
        foreach (var (name, count) in names.Zip(counts))
        {
            var share = total == 0 ? 0 : (double)count / total;
            terminal.Say($"{name,-20}{Text.Number(count),9}{share,8:0.0%}  {new string('#', (int)Math.Round(share * BarLength))}".TrimEnd());
        }
    }
}
