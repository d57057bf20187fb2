using System.Text;

namespace UserOps.Domain.Paths;

/// <summary>What was done at one step of the paths.</summary>
public sealed class StepTally(FrequentItems<string> events)
{
    /// <summary>Names that are certain to find room in a tally that is bounded.</summary>
    public const int MostNames = 256;

    private const long MostBytes = 16 * 1024;

    /// <summary>By name.</summary>
    public FrequentItems<string> Events { get; } = events;

    /// <summary>Paths that came to an end before this step.</summary>
    public long Ended { get; set; }

    /// <summary>Paths that can still take this step.</summary>
    public long Open { get; set; }

    internal static StepTally Of(bool bounded) => new(bounded ? new(MostNames, MostBytes, Size) : new(int.MaxValue, long.MaxValue, Size));

    internal void Add(StepTally other)
    {
        (Ended, Open) = (Ended + other.Ended, Open + other.Open);
        Events.Add(other.Events);
    }

    internal void AddPerson(StepTally theirs)
    {
        (Ended, Open) = (Ended + theirs.Ended, Open + theirs.Open);
        Events.AddPerson(theirs.Events);
    }

    private static int Size(string name) => 8 + Encoding.UTF8.GetByteCount(name);
}
