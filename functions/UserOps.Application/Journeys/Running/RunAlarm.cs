using UserOps.Application.Storage;

namespace UserOps.Application.Journeys.Running;

/// <summary>An alarm as it was read.</summary>
/// <param name="At">When it is to be handled; of a wake: when it came.</param>
/// <param name="Since">When it was to be handled at first.</param>
/// <param name="Attempts">How often it was handled in vain.</param>
/// <param name="Misses">How often there was no such run.</param>
public sealed record RunAlarm(AlarmKind Kind, string UserKey, string RunId, DateTimeOffset At, DateTimeOffset Since, int Attempts, int Misses, string ETag)
{
    private const string User = "user";
    private const string SinceName = "since";
    private const string AttemptsName = "attempts";
    private const string MissesName = "misses";

    public TableKey Key => Kind switch
    {
        AlarmKind.Wake => AlarmKeys.Wake(RunId),
        AlarmKind.Due => AlarmKeys.Due(RunId, At),
        _ => AlarmKeys.Late(RunId, At),
    };

    internal static Properties Due(string userKey) => Properties.Of(User, userKey);

    internal static Properties Wake(string userKey, DateTimeOffset since, int attempts = 0) =>
        Properties.Of(new(User, userKey), new(SinceName, since), new(AttemptsName, (long)attempts));

    internal static RunAlarm Of(Row row)
    {
        var (kind, runId, at) = AlarmKeys.Parse(row.Key);
        var since = row.Properties.Find(SinceName) as DateTimeOffset? ?? at!.Value;
        return new(
            kind, row.Properties.Text(User), runId, at ?? since, since, (int)(row.Properties.Find(AttemptsName) as long? ?? 0), (int)(row.Properties.Find(MissesName) as long? ?? 0), row.ETag);
    }

    internal Properties Late() =>
        Properties.Of(new(User, UserKey), new(SinceName, Since), new(AttemptsName, (long)Attempts), new(MissesName, (long)Misses));
}
