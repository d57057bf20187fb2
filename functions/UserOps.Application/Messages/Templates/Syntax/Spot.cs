namespace UserOps.Application.Messages.Templates.Syntax;

/// <summary>A place in a part of a template, both from 1.</summary>
internal readonly record struct Spot(int Line, int Column)
{
    public override string ToString() => $"line {Line}, column {Column}";
}
