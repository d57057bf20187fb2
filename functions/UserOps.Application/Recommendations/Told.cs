namespace UserOps.Application.Recommendations;

/// <param name="At">When the event happened that said so.</param>
public sealed record Told<T>(T Value, DateTimeOffset At)
    where T : notnull;

internal static class Told
{
    private static readonly TimeSpan Coarse = TimeSpan.FromDays(1);

    public static Told<T>? Later<T>(Told<T>? a, Told<T>? b, IComparer<T> order)
        where T : notnull =>
        a is null ? b
        : b is null || a.At > b.At || (a.At == b.At && order.Compare(a.Value, b.Value) >= 0) ? a
        : b;

    public static bool IsNews<T>(Told<T>? now, Told<T>? known)
        where T : notnull =>
        now is not null && (known is null || !EqualityComparer<T>.Default.Equals(now.Value, known.Value) || now.At - known.At >= Coarse);
}
