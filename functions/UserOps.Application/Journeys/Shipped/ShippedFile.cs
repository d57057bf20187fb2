namespace UserOps.Application.Journeys.Shipped;

/// <summary>A file that is embedded in the application.</summary>
internal static class ShippedFile
{
    public static byte[] Read(string name)
    {
        using var stream = typeof(ShippedFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
