using UserOps.Domain.Segments;

namespace UserOps.Domain.Journeys;

/// <summary>How conditions stand in a journey's JSON.</summary>
public sealed record ConditionForm(ReadCondition Read, WriteCondition Write)
{
    /// <summary>As <see cref="ConditionReader"/> has it.</summary>
    public static readonly ConditionForm Full = new(
        (json, at, use, known, mistakes) => ConditionReader.Read(json, at, ScopeOf(use), mistakes, known.InConditions), ConditionWriter.Write);

    private static ConditionScope ScopeOf(ConditionUse use) => use switch
    {
        ConditionUse.Event => ConditionScope.Where,
        ConditionUse.Entry => ConditionScope.Entry,
        ConditionUse.Person => ConditionScope.Segment,
        _ => ConditionScope.Journey,
    };
}
