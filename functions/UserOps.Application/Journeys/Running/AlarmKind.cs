namespace UserOps.Application.Journeys.Running;

public enum AlarmKind
{
    /// <summary>As soon as possible.</summary>
    Wake,

    /// <summary>At the instant that a sleeping run relies on.</summary>
    Due,

    /// <summary>Put off, since the run failed or was missing.</summary>
    Late,
}
