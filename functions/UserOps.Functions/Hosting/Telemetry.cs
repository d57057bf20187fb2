using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace UserOps.Functions.Hosting;

/// <summary>
/// The worker's logs to Application Insights, where <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c> is set. Requests come from the Functions host; table and queue calls are not
/// recorded one by one, since that would cost more than the calls.
/// </summary>
internal static class Telemetry
{
    private const string Provider = "Microsoft.Extensions.Logging.ApplicationInsights.ApplicationInsightsLoggerProvider";

    public static IServiceCollection AddTelemetry(this IServiceCollection services) => services
        .AddApplicationInsightsTelemetryWorkerService(options =>
        {
            options.EnableAdaptiveSampling = false;
            options.EnableDependencyTrackingTelemetryModule = false;
            options.EnablePerformanceCounterCollectionModule = false;
            options.EnableEventCounterCollectionModule = false;
        })
        .ConfigureFunctionsApplicationInsights()
        .Configure<LoggerFilterOptions>(filters =>
        {
            // The provider brings a rule of its own that lets only warnings through, and "Scored … users" is what an alert waits for.
            foreach (var rule in filters.Rules.Where(rule => rule.ProviderName == Provider).ToList())
            {
                filters.Rules.Remove(rule);
            }

            filters.Rules.Add(new(Provider, null, LogLevel.Warning, null));
            filters.Rules.Add(new(Provider, "UserOps", LogLevel.Information, null));
        });
}
