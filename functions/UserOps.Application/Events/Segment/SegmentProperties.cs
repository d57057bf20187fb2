using System.Text.Json;
using UserOps.Application.Events.Reading;

namespace UserOps.Application.Events.Segment;

/// <summary>Properties of those calls that put theirs beside the properties object.</summary>
internal static class SegmentProperties
{
    /// <summary>Page and screen name themselves beside their properties; here they stand within, where conditions look.</summary>
    public static JsonElement? OfView(in SegmentFields fields)
    {
        var (name, category, properties) = (fields.Name, fields.Category, fields.Properties);
        var addName = name.ValueKind == JsonValueKind.String && !properties.At("name"u8).IsPresent();
        var addCategory = category.ValueKind == JsonValueKind.String && !properties.At("category"u8).IsPresent();
        if (!addName && !addCategory)
        {
            return properties.IsPresent() ? properties : null;
        }

        return JsonObjects.Make(writer =>
        {
            Copy(writer, "name"u8, addName ? name : default);
            Copy(writer, "category"u8, addCategory ? category : default);
            if (properties.IsPresent())
            {
                foreach (var property in properties.EnumerateObject())
                {
                    property.WriteTo(writer);
                }
            }
        });
    }

    /// <summary>The group's id and traits: <c>{"groupId":…,"traits":{…}}</c>.</summary>
    public static JsonElement? OfGroup(in SegmentFields fields, Fault fault)
    {
        var groupId = Ids.Person(fields.GroupId, "groupId", fault);
        if (groupId is null)
        {
            fault.Note("groupId", "is missing");
            return null;
        }

        var traits = fields.Traits;
        return JsonObjects.Make(writer =>
        {
            writer.WriteString("groupId"u8, groupId);
            Copy(writer, "traits"u8, traits);
        });
    }

    private static void Copy(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonElement value)
    {
        if (value.IsPresent())
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }
    }
}
