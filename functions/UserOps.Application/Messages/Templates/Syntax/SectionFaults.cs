namespace UserOps.Application.Messages.Templates.Syntax;

/// <summary>What is wrong with a block that opens a scope of its own: each and with.</summary>
internal static class SectionFaults
{
    /// <param name="scope">In which the block stands.</param>
    /// <param name="whole">Name of what it goes to; null where that can't be followed.</param>
    public static IEnumerable<Slip> Of(Node.Section section, Scope scope, string? whole)
    {
        if (!section.OpensScope)
        {
            yield break;
        }

        if (section.Of is not Term.Name)
        {
            yield return new(section.Of.At, $"{{{{#{section.Kind}}}}} takes a name.");
        }

        var mayBeList = whole is null || OfferedNames.IsOpen(whole) || OfferedNames.IsList(whole) || whole.Contains("[]", StringComparison.Ordinal);
        if (section.Else is null && mayBeList)
        {
            yield return new(section.At, "It may not be there: say with {{else}} what stands here then.");
        }

        if (section.Kind != Words.Each)
        {
            yield break;
        }

        if (!mayBeList)
        {
            yield return new(section.Of.At, $"{whole} is no list.");
        }

        if (scope.Eaches == TemplateLimits.NestedEach)
        {
            yield return new(section.At, $"At most {TemplateLimits.NestedEach} {{{{#each}}}} stand in each other.");
        }
    }
}
