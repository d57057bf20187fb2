using System.Text.Json;
using UserOps.Domain.Users;

namespace UserOps.Domain.Messages;

/// <summary>Which language a person reads.</summary>
public static class PersonLanguage
{
    /// <summary>Segment's reserved trait for it after the plain one; the first counts.</summary>
    public static readonly IReadOnlyList<string> Traits = ["language", "locale"];

    /// <summary>What the traits say, in the order in which they count.</summary>
    public static IEnumerable<string> Told(Profile profile) => Traits
        .Select(name => profile.Traits.FirstOrDefault(trait => trait.Name == name))
        .Where(trait => trait?.Value.ValueKind == JsonValueKind.String)
        .Select(trait => trait!.Value.GetString()!);
}
