using System.Text;
using UserOps.Application.Segments.Audiences;
using UserOps.Application.Tags;
using UserOps.Application.Users;
using UserOps.Domain;
using UserOps.Domain.Tags;

namespace UserOps.Tests.Tags;

/// <summary>Tags in few words.</summary>
internal static class TagShelf
{
    /// <param name="rest">Properties besides key and names: <c>"kind":"manual"</c>.</param>
    public static byte[] Document(string key, string rest) => Encoding.UTF8.GetBytes($$"""{"key":"{{key}}","names":{"en":"The {{key}}"},{{rest}}}""");

    public static byte[] Lasting(string key, string ttl) => Document(key, $"\"kind\":\"manual\",\"ttl\":\"{ttl}\"");

    public static byte[] Rule(string key, string where) => Document(key, $"\"kind\":\"rule\",\"where\":{where}");

    /// <param name="compute">Its properties: <c>"of":"count","event":"Product Viewed"</c>.</param>
    public static byte[] Computed(string key, string type, string compute) => Document(key, $"\"kind\":\"computed\",\"valueType\":\"{type}\",\"compute\":{{{compute}}}");

    public static string Has(string tag) => $$"""{"field":"tag","op":"has","value":"{{tag}}"}""";

    public static async Task<TagActivated.Done> ActivateAsync(this World world, string key, byte[] document) =>
        Assert.IsType<TagActivated.Done>(await world.TryActivateAsync(key, document));

    public static async Task<IReadOnlyList<Mistake>> RefusedTagAsync(this World world, string key, byte[] document) =>
        Assert.IsType<TagActivated.Refused>(await world.TryActivateAsync(key, document)).Mistakes;

    /// <summary>How many have it.</summary>
    public static Task<long> SizeAsync(this World world, string tag) => world.Get<AudienceRows>().SizeAsync(TagAudience.Of(tag), default);

    public static async Task<string> TagsOfAsync(this World world, string user) =>
        string.Join(' ', (await world.Get<ReadUser>().RunAsync(user, default))!.Tags.Select(tag => tag.Value is { } value ? $"{tag.Name}={value}" : tag.Name));

    public static async Task<TagActivated> TryActivateAsync(this World world, string key, byte[] document)
    {
        Assert.IsType<TagSaved.Kept>(await world.Get<SaveTag>().RunAsync(key, document, null, default));
        return await world.Get<ActivateTag>().RunAsync(key, null, default);
    }
}
