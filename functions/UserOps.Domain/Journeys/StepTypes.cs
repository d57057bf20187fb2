namespace UserOps.Domain.Journeys;

/// <summary>What steps are called in documents.</summary>
public static class StepTypes
{
    public static string Of(Step step) => StepWriter.TypeOf(step);
}
