using UserOps.Application.Messages;
using UserOps.Application.Storage;

namespace UserOps.Tests.Simulation;

/// <summary>What a simulation differs in from others, apart from its seed.</summary>
internal sealed record SimulationOptions
{
    public int Users { get; init; } = 50;

    /// <summary>Null: drawn by the seed.</summary>
    public FaultRates? Rates { get; init; }

    /// <summary>Where the whole trace goes; null: only its end is kept.</summary>
    public TextWriter? TraceTo { get; init; }

    /// <summary>A planted bug, between each process and the shared store.</summary>
    public Func<ITableStore, ITableStore>? PlantedInStore { get; init; }

    /// <summary>The same between each process and the provider.</summary>
    public Func<IEmailSender, IEmailSender>? PlantedInSender { get; init; }
}
