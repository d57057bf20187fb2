namespace UserOps.Application.Messages.Templates;

/// <summary>Leaves Handlebars.Net in the middle of a message; <see cref="CompiledTemplate"/> makes a value of it.</summary>
internal sealed class RenderingStoppedException(Rendering outcome) : Exception(outcome.ToString())
{
    public Rendering Outcome => outcome;
}
