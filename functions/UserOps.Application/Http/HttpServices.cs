using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;

namespace UserOps.Application.Http;

internal static class HttpServices
{
    public static IServiceCollection AddHttp(this IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            options.SerializerOptions.DictionaryKeyPolicy = null;
            options.SerializerOptions.Converters.Add(new UtcInstantConverter());
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
        });
}
