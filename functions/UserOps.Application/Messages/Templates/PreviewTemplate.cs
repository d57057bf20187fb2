using UserOps.Application.Scoring;
using UserOps.Application.Settings;
using UserOps.Application.Users;

namespace UserOps.Application.Messages.Templates;

/// <summary>Shows what a real person would get, sending nothing. Its links lead nowhere, so that looking at one unsubscribes nobody.</summary>
public sealed class PreviewTemplate(
    TemplateRows rows, GatherIncludes gather, CompiledVersions compiled, NamedUser named, ReadUserScore score, GatherSpokenOf recommended, UserOpsSettings settings, TimeProvider clock)
{
    /// <summary>RFC 2606: there is never such a host.</summary>
    private static readonly Uri Nowhere = new("https://preview.invalid/");

    public async Task<Previewing> RunAsync(string key, PreviewRequest request, CancellationToken cancel)
    {
        if (!TemplateKey.IsValid(key) || await rows.FindAsync(key, cancel) is not { Template.Kind: TemplateKind.Message })
        {
            return new Previewing.NoSuchTemplate();
        }

        if (string.IsNullOrWhiteSpace(request.User) || await named.RunAsync(request.User, cancel) is not { } profile)
        {
            return new Previewing.NoSuchUser();
        }

        CompiledVersion version;
        if (request.Version is { } number)
        {
            if (await compiled.FindAsync(key, number, cancel) is not { } published)
            {
                return new Previewing.NoSuchTemplate();
            }

            version = published;
        }
        else
        {
            var bundle = await gather.RunAsync((await rows.DraftAsync(key, cancel))!, cancel);
            if (TemplateCheck.Check(bundle) is { Count: > 0 } mistakes)
            {
                return new Previewing.Faulty(mistakes);
            }

            version = new(key, null, bundle, settings.Workspace.Currency);
        }

        var context = new TemplateContext
        {
            Profile = profile,
            Score = await score.RunAsync(profile.Key, cancel),
            Event = request.Event is { } said ? new(said.Name ?? "", said.At ?? clock.GetUtcNow(), said.Properties) : null,
            Variables = request.Variables ?? new Dictionary<string, System.Text.Json.JsonElement>(),
            Unsubscribe = new(Nowhere, "unsubscribe"),
            Preferences = new(Nowhere, "preferences"),
        };
        return new Previewing.Tried(version.Render(ContextValues.Of(await recommended.RunAsync(version, context, cancel), settings.Workspace), request.Language));
    }
}
