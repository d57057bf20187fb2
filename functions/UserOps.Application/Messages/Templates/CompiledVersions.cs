using Microsoft.Extensions.Caching.Memory;
using UserOps.Application.Settings;

namespace UserOps.Application.Messages.Templates;

/// <summary>The versions that were rendered last, compiled: compiling takes far longer than rendering. Versions never change, so none goes stale.</summary>
public sealed class CompiledVersions(TemplateRows rows, TemplateCompiler compiler, UserOpsSettings settings) : IDisposable
{
    /// <summary>A version and a language of it take up to a few hundred kilobytes.</summary>
    private const int Most = 100;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <returns>Null when there is no such version.</returns>
    internal async Task<CompiledVersion?> FindAsync(string key, int version, CancellationToken cancel)
    {
        if (_cache.TryGetValue((key, version), out CompiledVersion? compiled))
        {
            return compiled;
        }

        return await rows.VersionAsync(key, version, cancel) is { } bundle
            ? _cache.Set((key, version), new CompiledVersion(key, version, bundle, settings.Workspace.Currency, compiler), new MemoryCacheEntryOptions { Size = 1 })
            : null;
    }

    public void Dispose() => _cache.Dispose();
}
