using UserOps.Application.Storage;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Application.Scoring;

/// <summary>
/// Row <c>S~{user key}</c>: where a user stands. Of a live run in the user's bucket, <c>b~{bucket}</c>; of a day before the last published one in
/// <c>s~{date}~{bucket}</c>.
/// </summary>
/// <param name="Since">Day of the run that last changed it, days since 1970-01-01.</param>
/// <param name="Before">Where the user stood before that run; null: no run had seen the user. A second run of the same day starts from here again.</param>
public sealed record ScoreRow(string UserKey, Standing Now, int Since, Standing? Before)
{
    public const string Prefix = "S~";

    public static TableKey Key(string userKey) => Prefix + userKey;

    public static TableKey Partition(ScoringRun run, byte bucket) =>
        run.Live ? FactRow.Partition(bucket) : $"{WorkRows.Partition(run.AsOf)}~{bucket:x2}";

    /// <summary>Where the user stood before the given day's run.</summary>
    public Standing? BeforeDay(int day) => Since == day ? Before : Now;

    public Properties Write()
    {
        var properties = new List<Property>(15) { new("since", (long)Since) };
        Add(properties, "", Now);
        if (Before is { } before)
        {
            Add(properties, "p", before);
        }

        return Properties.Of([.. properties]);
    }

    public static ScoreRow Read(Row row) => new(
        row.Key.Value[Prefix.Length..],
        Read(row.Properties, "") ?? throw new InvalidDataException("A score row has no stage."),
        (int)row.Properties.Number("since"),
        Read(row.Properties, "p"));

    private static void Add(List<Property> properties, string prefix, Standing standing)
    {
        properties.Add(new(prefix + "stage", (long)standing.Stage));
        if (standing is { Rfm: { } code, Eight: { } eight })
        {
            properties.Add(new(prefix + "rfm", (long)code.Written));
            properties.Add(new(prefix + "eight", (long)eight));
        }

        if (standing.Risk is { } risk)
        {
            properties.Add(new(prefix + "risk", (long)risk));
        }

        if (standing.Tier is { } tier)
        {
            properties.Add(new(prefix + "tier", (long)tier));
        }

        if (standing.Reasons != RiskReasons.None)
        {
            properties.Add(new(prefix + "reasons", (long)standing.Reasons));
        }

        if (standing.Index is { } index)
        {
            properties.Add(new(prefix + "index", (long)index));
        }
    }

    private static Standing? Read(Properties properties, string prefix)
    {
        if (properties.Find(prefix + "stage") is not long stage)
        {
            return null;
        }

        var standing = new Standing(
            null, null, (LifeCycleStage)stage, (RiskBand?)(properties.Find(prefix + "risk") as long?), (ValueTier?)(properties.Find(prefix + "tier") as long?))
        {
            Reasons = (RiskReasons)(properties.Find(prefix + "reasons") as long? ?? 0),
            Index = (byte?)(properties.Find(prefix + "index") as long?),
        };
        return properties.Find(prefix + "rfm") is long written
            ? standing with { Rfm = RfmCode.OfWritten((int)written), Eight = (byte)properties.Number(prefix + "eight") }
            : standing;
    }
}
