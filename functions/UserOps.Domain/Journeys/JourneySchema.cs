namespace UserOps.Domain.Journeys;

/// <summary>The JSON Schema (draft 2020-12) of journeys, for editors that check and complete while one types.</summary>
public static class JourneySchema
{
    private static readonly byte[] Document = Load();

    /// <summary>UTF-8 JSON.</summary>
    public static ReadOnlyMemory<byte> Utf8 => Document;

    private static byte[] Load()
    {
        using var stream = typeof(JourneySchema).Assembly.GetManifestResourceStream("journey.schema.json")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
