namespace UserOps.Domain.Segments;

/// <summary>What a condition may speak of where it stands.</summary>
[Flags]
public enum ConditionScope
{
    None = 0,

    /// <summary>The person: profile, tags, orders, scores and past events.</summary>
    User = 1,

    /// <summary>Variables of a journey's run.</summary>
    Variables = 2,

    /// <summary>Properties of one event: the one that starts the run or was waited for.</summary>
    Event = 4,

    Segment = User,

    /// <summary>Who comes into a journey by an event.</summary>
    Entry = User | Event,

    /// <summary>Anywhere inside a journey.</summary>
    Journey = User | Variables | Event,

    /// <summary>The <c>where</c> of an event.</summary>
    Where = Event,
}
