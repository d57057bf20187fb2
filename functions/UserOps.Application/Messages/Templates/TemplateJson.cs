using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using UserOps.Application.Http;

namespace UserOps.Application.Messages.Templates;

/// <summary>Stored documents of templates, what people send, and answers: camel-case names, enumerations by name in lower case.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    Converters = [typeof(LowerCaseEnumConverter<TemplateKind>), typeof(LowerCaseEnumConverter<ChannelKind>)])]
[JsonSerializable(typeof(TemplateContent))]
[JsonSerializable(typeof(TemplateBundle))]
[JsonSerializable(typeof(StoredTemplate))]
[JsonSerializable(typeof(TemplateList))]
[JsonSerializable(typeof(TemplateView))]
[JsonSerializable(typeof(RenderedMessage))]
internal sealed partial class TemplateJson : JsonSerializerContext
{
    /// <summary>Answers are read by people too, so that other scripts and tags stay as they are; they never go into HTML unencoded.</summary>
    public static readonly TemplateJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new UtcInstantConverter(), new LowerCaseEnumConverter<TemplateKind>(), new LowerCaseEnumConverter<ChannelKind>() },
    });
}
