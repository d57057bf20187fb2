namespace UserOps.Application.Journeys;

/// <summary>Is told how each attempt to let a person into a journey ended.</summary>
public interface IWatchStarts
{
    void Note(StartRequest request, StartOutcome outcome);
}
