using System.Text.Json;
using UserOps.Application.Settings;
using UserOps.Domain.Messages;
using UserOps.Domain.Users;

namespace UserOps.Application.Messages.Sending;

/// <summary>Where a person is reached.</summary>
public sealed class Addresses(UserOpsSettings settings)
{
    private const int Longest = 1_000;

    /// <returns>Null: nowhere on this channel.</returns>
    public string? Of(Profile profile, string channel) => channel switch
    {
        // The latest that anybody named in earnest; a browser's word makes no link.
        MessageNames.Email => profile.Links.Where(link => link.Identifier.Kind == IdentifierKind.Email).MaxBy(link => link.Said)?.Identifier.Value,
        MessageNames.Inbox => profile.Key,
        _ => settings.Sending.Gateways.TryGetValue(channel, out var gateway) ? Text(profile, gateway.AddressTrait) : null,
    };

    private static string? Text(Profile profile, string trait) =>
        profile.Traits.FirstOrDefault(known => known.Name == trait)?.Value switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString()!.Trim(),
            { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            _ => null,
        } is { Length: > 0 and <= Longest } address ? address : null;
}
