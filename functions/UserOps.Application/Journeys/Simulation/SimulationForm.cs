using System.Text.Json;

namespace UserOps.Application.Journeys.Simulation;

/// <summary>Reads what a request asks for, or what is wrong with it.</summary>
internal static class SimulationForm
{
    public const int MostUsers = 20_000;
    public const int MostSeconds = 200;

    /// <summary>Years that a simulation can be about, away from the ends of the calendar.</summary>
    public const int FirstYear = 1900;
    public const int LastYear = 2200;

    public static readonly string OutOfYears = $"This is in none of the years from {FirstYear} to {LastYear}.";

    public static readonly TimeSpan LongestRange = TimeSpan.FromDays(366);

    private const int Users = 1_000;
    private const int Seconds = 60;
    private const int Everybody = 100;
    private const string DraftName = "draft";

    public static (int? Version, bool Draft, SimulationFault? Fault) ReadVersion(SimulationRequest request) => request.Version switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => (null, false, null),
        { ValueKind: JsonValueKind.String } text when text.GetString() == DraftName => (null, true, null),
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var version) && version > 0 => (version, false, null),
        _ => (null, false, new("version", "A version is named by its number, or as \"draft\".")),
    };

    /// <summary>For a range of stored events.</summary>
    public static (SimulationSpan? Span, PeopleWanted? People, SimulationFault? Fault) ReadRange(SimulationRequest request)
    {
        if (request.From is not { } from)
        {
            return Wrong("from", "Say from which instant on, as in 2026-02-01T00:00:00Z, or describe a user.");
        }

        if (!IsWithin(from))
        {
            return Wrong("from", OutOfYears);
        }

        if (request.To is not { } to || to <= from || to - from > LongestRange)
        {
            return Wrong("to", $"The range ends after it begins, and after {LongestRange.TotalDays} days at most.");
        }

        var horizon = request.Horizon ?? to;
        if (horizon < to || horizon - to > LongestRange)
        {
            return Wrong("horizon", $"Runs go on until the end of the range or later, {LongestRange.TotalDays} days at most.");
        }

        if (request.Until is not null)
        {
            return Wrong("until", "This is for a made-up user; of a range it is called horizon.");
        }

        var (users, sample, seconds) = (request.Users ?? Users, request.Sample ?? Everybody, request.Seconds ?? Seconds);
        return users is < 1 or > MostUsers ? Wrong("users", $"So many people are looked at: 1 to {MostUsers}.")
            : sample is < 1 or > Everybody ? Wrong("sample", $"Of a hundred people so many: 1 to {Everybody}.")
            : seconds is < 1 or > MostSeconds ? Wrong("seconds", $"It may take 1 to {MostSeconds} seconds.")
            : (new(from, to, horizon), new(users, sample, TimeSpan.FromSeconds(seconds)), null);
    }

    public static bool IsWithin(DateTimeOffset at) => at.Year is >= FirstYear and <= LastYear;

    private static (SimulationSpan?, PeopleWanted?, SimulationFault?) Wrong(string field, string what) => (null, null, new(field, what));
}
