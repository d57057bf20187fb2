using System.Runtime.InteropServices;
using System.Text.Json;

namespace UserOps.Application.Events.Segment;

/// <summary>The fields of one call that matter here, found in one pass. Absent ones are undefined.</summary>
internal struct SegmentFields
{
    public JsonElement Type;
    public JsonElement Event;
    public JsonElement Name;
    public JsonElement Category;
    public JsonElement UserId;
    public JsonElement AnonymousId;
    public JsonElement PreviousId;
    public JsonElement GroupId;
    public JsonElement MessageId;
    public JsonElement Timestamp;
    public JsonElement Traits;
    public JsonElement Properties;
    public JsonElement Context;

    /// <summary>There are fields that a client sets anew for each try (see <see cref="IsPerTry"/>).</summary>
    public bool ChangesPerTry;

    /// <summary>What the browser client stamps on each try of the same event.</summary>
    public static readonly Func<ReadOnlySpan<byte>, bool> IsPerTry = name => name.SequenceEqual("sentAt"u8) || name.SequenceEqual("_metadata"u8);

    public static SegmentFields Of(JsonElement call)
    {
        var fields = new SegmentFields();
        foreach (var property in call.EnumerateObject())
        {
            fields.Set(JsonMarshal.GetRawUtf8PropertyName(property), property.Value);
        }

        return fields;
    }

    private void Set(ReadOnlySpan<byte> name, JsonElement value)
    {
        switch (name.Length)
        {
            case 4 when name.SequenceEqual("type"u8): Type = value; break;
            case 4 when name.SequenceEqual("name"u8): Name = value; break;
            case 5 when name.SequenceEqual("event"u8): Event = value; break;
            case 6 when name.SequenceEqual("userId"u8): UserId = value; break;
            case 6 when name.SequenceEqual("traits"u8): Traits = value; break;
            case 6 when name.SequenceEqual("sentAt"u8): ChangesPerTry = true; break;
            case 7 when name.SequenceEqual("context"u8): Context = value; break;
            case 7 when name.SequenceEqual("groupId"u8): GroupId = value; break;
            case 8 when name.SequenceEqual("category"u8): Category = value; break;
            case 9 when name.SequenceEqual("messageId"u8): MessageId = value; break;
            case 9 when name.SequenceEqual("timestamp"u8): Timestamp = value; break;
            case 9 when name.SequenceEqual("_metadata"u8): ChangesPerTry = true; break;
            case 10 when name.SequenceEqual("properties"u8): Properties = value; break;
            case 10 when name.SequenceEqual("previousId"u8): PreviousId = value; break;
            case 11 when name.SequenceEqual("anonymousId"u8): AnonymousId = value; break;
            default: break;
        }
    }
}
