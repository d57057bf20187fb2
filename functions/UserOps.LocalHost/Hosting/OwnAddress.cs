using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using UserOps.Application.Messages.Links;
using UserOps.Application.Settings;

namespace UserOps.LocalHost.Hosting;

/// <summary>
/// Where links in messages lead when nothing is set: to the address that this host listens on, as long as only this machine can reach it. Whoever reads the mail of a trial sits
/// at it too.
/// </summary>
internal static class OwnAddress
{
    public static PublicUrl Of(IServiceProvider services, ListenPolicy policy)
    {
        var set = services.GetRequiredService<UserOpsSettings>().Sending.PublicUrl;
        return new(() => set ?? (policy.Addresses is { LoopbackOnly: true, Urls: var urls } ? First(urls.Split(';')) ?? First(Bound(services)) : null));
    }

    /// <summary>With the port that was free where port 0 was asked for, once the host has started.</summary>
    private static IEnumerable<string> Bound(IServiceProvider services) => services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];

    private static Uri? First(IEnumerable<string> urls) =>
        urls.Select(url => Uri.TryCreate(url, UriKind.Absolute, out var found) && found is { Port: > 0, IsLoopback: true } ? new Uri(found, "/") : null).FirstOrDefault(url => url is not null);
}
