namespace UserOps.Application.Messages.Templates;

/// <summary>Compiles checked templates. It depends on nothing but what it is given, so that several containers may share one that keeps what it made.</summary>
public class TemplateCompiler
{
    internal virtual CompiledTemplate Compile(TemplateBundle bundle, string language, string currency) => new(bundle, language, currency);
}
