using System.Collections.Concurrent;
using System.Text.Json;
using UserOps.Application.Messages.Templates;

namespace UserOps.Tests.Simulation;

/// <summary>Compiles each template once for all processes of all simulations: it is the same every time, and takes longer than everything else that a process does.</summary>
internal sealed class SharedCompiler : TemplateCompiler
{
    private static readonly ConcurrentDictionary<string, CompiledTemplate> Known = new(StringComparer.Ordinal);

    internal override CompiledTemplate Compile(TemplateBundle bundle, string language, string currency) =>
        Known.GetOrAdd($"{language} {currency} {JsonSerializer.Serialize(bundle, TemplateJson.Default.TemplateBundle)}", _ => base.Compile(bundle, language, currency));
}
