namespace UserOps.Tests.Simulation;

/// <summary>How often what goes wrong, in ten thousandths of the occasions: points around writes and calls, deliveries, steps.</summary>
internal sealed record FaultRates
{
    public static readonly FaultRates None = new();

    /// <summary>The process ends, at a point before or after a write or a provider call.</summary>
    public int Crash { get; init; }

    /// <summary>A write was made and its answer is lost: the caller gets an exception.</summary>
    public int LostAnswer { get; init; }

    /// <summary>A write was made, its answer is lost, and the client sends it again by itself: the caller can meet its own write as a conflict.</summary>
    public int OwnConflict { get; init; }

    /// <summary>The store refuses an operation for now.</summary>
    public int Throttled { get; init; }

    /// <summary>One worker stands still for minutes while all others go on; long enough for its queue lease to end.</summary>
    public int Pause { get; init; }

    /// <summary>A message is delivered again though it was handled.</summary>
    public int Redelivery { get; init; }

    /// <summary>The clock jumps by minutes up to days; of steps.</summary>
    public int ClockJump { get; init; }

    /// <summary>A provider accepts a message and the answer does not arrive.</summary>
    public int ProviderTimeout { get; init; }

    public int ProviderThrottled { get; init; }

    public int ProviderRefused { get; init; }

    public int ProviderUnreached { get; init; }

    /// <summary>Drawn anew for each seed, so that some seeds are stormy, some calm and some lack a kind of fault altogether.</summary>
    public static FaultRates Of(Random random) => new()
    {
        Crash = random.Next(60),
        LostAnswer = random.Next(100),
        OwnConflict = random.Next(100),
        Throttled = random.Next(100),
        Pause = random.Next(60),
        Redelivery = random.Next(1_500),
        ClockJump = random.Next(8),
        ProviderTimeout = random.Next(1_500),
        ProviderThrottled = random.Next(1_000),
        ProviderRefused = random.Next(500),
        ProviderUnreached = random.Next(500),
    };
}
