namespace UserOps.Application.Journeys.Control;

/// <summary>What a marketer does to a run.</summary>
public enum RunChange
{
    Pause,
    Resume,
    Cancel,
}
