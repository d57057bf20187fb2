using System.Text;
using UserOps.Application.Segments;
using UserOps.Domain;

namespace UserOps.Tests.Segments.Definitions;

/// <summary>Segments in few words.</summary>
internal static class SegmentShelf
{
    public const string Ulm = """{"field":"trait.city","op":"is","value":"Ulm"}""";

    public static byte[] Document(string key, string where) => Encoding.UTF8.GetBytes($$"""{"key":"{{key}}","name":"The {{key}}","kind":"dynamic","where":{{where}}}""");

    public static byte[] List(string key) => Encoding.UTF8.GetBytes($$"""{"key":"{{key}}","name":"The {{key}}","kind":"static"}""");

    public static string Within(string key) => $$"""{"segment":"{{key}}"}""";

    public static Task<SegmentPublished.Done> PublishAsync(this World world, string key, string where) => world.PublishAsync(key, Document(key, where));

    public static async Task<SegmentPublished.Done> PublishAsync(this World world, string key, byte[] document) =>
        Assert.IsType<SegmentPublished.Done>(await world.TryPublishAsync(key, document));

    public static async Task<IReadOnlyList<Mistake>> RefusedAsync(this World world, string key, string where) =>
        Assert.IsType<SegmentPublished.Refused>(await world.TryPublishAsync(key, Document(key, where))).Mistakes;

    public static async Task<SegmentPublished> TryPublishAsync(this World world, string key, byte[] document)
    {
        Assert.IsType<SegmentSaved.Kept>(await world.Get<SaveSegment>().RunAsync(key, document, null, default));
        return await world.Get<PublishSegment>().RunAsync(key, null, default);
    }
}
