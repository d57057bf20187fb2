using UserOps.Application.Storage;

namespace UserOps.Application.Scoring;

/// <summary>
/// Row <c>T~{date}~{attempt}~{first user key}</c> of a bucket: an outbox row. Its prefix comes right after that of score rows, so that one query reads both.
/// </summary>
internal static class TransitionRow
{
    public const string Prefix = "T~";

    public static TableKey Key(TransitionBatch batch) =>
        $"{Prefix}{RunRows.Text(batch.AsOf)}~{batch.Attempt}~{batch.Transitions[0].UserKey}";

    public static Change Insert(TransitionBatch batch) =>
        new Change.Insert(Documents.Write(batch, ScoringJson.Default.TransitionBatch, version: 1)) { Key = Key(batch) };

    public static TransitionBatch Read(Row row) => Documents.Read(row, ScoringJson.Default.TransitionBatch);
}
