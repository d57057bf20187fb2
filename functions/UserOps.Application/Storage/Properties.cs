using System.Collections;

namespace UserOps.Application.Storage;

/// <summary>A row's values. Few by design, so a list searched from the front beats a dictionary.</summary>
public sealed class Properties : IReadOnlyCollection<Property>
{
    public static readonly Properties None = new([]);

    private readonly Property[] _items;

    private Properties(Property[] items) => _items = items;

    public int Count => _items.Length;

    public ReadOnlySpan<Property> Items => _items;

    public static Properties Of(params ReadOnlySpan<Property> items) => new(items.ToArray());

    /// <summary>Takes the array itself: for those who made it and let go of it, so that a row read or written is not copied once more.</summary>
    public static Properties Owning(Property[] items) => new(items);

    public static Properties Of(string name, object value) => new([new(name, value)]);

    public string Text(string name) => (string)Required(name);

    public string? TextOrNull(string name) => (string?)Find(name);

    public long Number(string name) => (long)Required(name);

    public byte[] Bytes(string name) => (byte[])Required(name);

    public DateTimeOffset Instant(string name) => (DateTimeOffset)Required(name);

    public object? Find(string name)
    {
        foreach (var item in _items)
        {
            if (item.Name == name)
            {
                return item.Value;
            }
        }

        return null;
    }

    public IEnumerator<Property> GetEnumerator() => ((IEnumerable<Property>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    private object Required(string name) => Find(name) ?? throw new InvalidDataException($"A stored row has no property '{name}'.");
}
