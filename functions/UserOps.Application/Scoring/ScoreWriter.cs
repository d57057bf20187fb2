using UserOps.Application.Storage;
using UserOps.Domain;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Application.Scoring;

/// <summary>Gathers a bucket's changed rows into batches, each with one outbox row for the passages among them.</summary>
internal sealed class ScoreWriter(ITableStore tables, ScoringRun run, byte bucket, DateTimeOffset occurredAt, DateTimeOffset now)
{
    private readonly int _day = Days.Of(run.AsOf);
    private readonly List<Change> _changes = [];
    private readonly List<Transition> _transitions = [];
    private readonly List<TransitionBatch> _written = [];

    /// <summary>Outbox rows of this writer, to be told.</summary>
    public IReadOnlyList<TransitionBatch> Written => _written;

    /// <summary>False after a conflict: somebody else is at the same bucket, and what was read of it no longer holds.</summary>
    public async Task<bool> PutAsync(string userKey, Standing now, (ScoreRow Score, string ETag)? row, CancellationToken cancel)
    {
        if (row is not { } existing)
        {
            _changes.Add(new Change.Insert(new ScoreRow(userKey, now, _day, null).Write()) { Key = ScoreRow.Key(userKey) });
        }
        else
        {
            var before = run.Live ? existing.Score.BeforeDay(_day) : null;
            _changes.Add(new Change.Replace(new ScoreRow(userKey, now, _day, before).Write(), existing.ETag) { Key = ScoreRow.Key(userKey) });
            if (run.Live)
            {
                AddTransitions(userKey, existing.Score.Now, now);
            }
        }

        return _changes.Count < TableLimits.BatchChanges - 1 || await FlushAsync(cancel);
    }

    public async Task<bool> DeleteAsync(string userKey, string etag, CancellationToken cancel)
    {
        _changes.Add(new Change.Delete(etag) { Key = ScoreRow.Key(userKey) });
        return _changes.Count < TableLimits.BatchChanges - 1 || await FlushAsync(cancel);
    }

    public async Task<bool> FlushAsync(CancellationToken cancel)
    {
        if (_changes.Count == 0)
        {
            return true;
        }

        var batch = new TransitionBatch(run.AsOf, run.Attempt, occurredAt, now, [.. _transitions]);
        if (_transitions.Count > 0)
        {
            _changes.Add(TransitionRow.Insert(batch));
            _written.Add(batch);
        }

        var result = await tables.CommitAsync(ScoreRow.Partition(run, bucket), _changes, cancel);
        _changes.Clear();
        _transitions.Clear();
        return result is CommitResult.Committed;
    }

    private void AddTransitions(string userKey, Standing from, Standing to)
    {
        if (from.Stage != to.Stage)
        {
            _transitions.Add(new(userKey, null, LifeCycle.Named(from.Stage).Code, LifeCycle.Named(to.Stage).Code));
        }

        if (from.PlaceIn(run.Rules.Map) != to.PlaceIn(run.Rules.Map))
        {
            _transitions.Add(new(userKey, run.Rules.Map, from.SegmentIn(run.Rules.Map)?.Code, to.SegmentIn(run.Rules.Map)?.Code));
        }

        // Whoever had no band before was no customer yet, or known before there were bands: that is no worsening.
        if (from.Risk is { } band && band < RiskBand.AtRisk && to.Risk == RiskBand.AtRisk)
        {
            _transitions.Add(new(userKey, null, RiskBands.Named(band).Code, RiskBands.Named(RiskBand.AtRisk).Code, Warning: true));
        }
    }
}
