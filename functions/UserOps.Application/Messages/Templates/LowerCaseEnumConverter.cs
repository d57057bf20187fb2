using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Application.Messages.Templates;

/// <summary>Names of an enumeration as JSON has them here, in lower case; numbers are not taken.</summary>
internal sealed class LowerCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
