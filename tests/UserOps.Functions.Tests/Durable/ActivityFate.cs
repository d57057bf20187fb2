namespace UserOps.Functions.Tests.Durable;

/// <summary>What befalls an activity.</summary>
public abstract record ActivityFate
{
    public static readonly ActivityFate Runs = new Normal();

    /// <summary>The process dies after the activity ran and before that was recorded: it runs again.</summary>
    public static readonly ActivityFate Dies = new Unrecorded();

    private ActivityFate()
    {
    }

    /// <summary>It throws this instead of running.</summary>
    public static ActivityFate Throws(Exception exception) => new Thrown(exception);

    internal sealed record Normal : ActivityFate;

    internal sealed record Unrecorded : ActivityFate;

    internal sealed record Thrown(Exception Exception) : ActivityFate;
}
