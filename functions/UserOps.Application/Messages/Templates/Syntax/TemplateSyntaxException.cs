namespace UserOps.Application.Messages.Templates.Syntax;

/// <summary>Leaves the reading of a part at its first slip; <see cref="TemplateParser.Parse"/> makes a value of it.</summary>
internal sealed class TemplateSyntaxException(Slip slip) : Exception(slip.ToString())
{
    public Slip Slip => slip;
}
