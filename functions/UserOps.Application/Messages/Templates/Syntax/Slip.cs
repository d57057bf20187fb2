namespace UserOps.Application.Messages.Templates.Syntax;

/// <summary>What is wrong with one part of a template, and where in it.</summary>
internal sealed record Slip(Spot At, string What)
{
    public override string ToString() => $"{At}: {What}";
}
