using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Console;
using UserOps.Application;
using UserOps.Application.Http;
using UserOps.Application.Settings;
using UserOps.LocalHost.Clocks;
using UserOps.LocalHost.CommandLine;
using UserOps.LocalHost.Messages;
using UserOps.LocalHost.Storage;

namespace UserOps.LocalHost.Hosting;

/// <summary>Puts the application together over a data folder: settings, checks, adapters, workers, routes.</summary>
public static class LocalHostApp
{
    public static async Task<Opening> OpenAsync(LocalHostOptions options, CancellationToken cancel)
    {
        IConfigurationRoot configuration;
        try
        {
            configuration = LocalSettings.Load(options);
        }
        catch (InvalidDataException unreadable)
        {
            return Refuse(ExitCode.Usage, unreadable.Message, unreadable.InnerException?.Message ?? "");
        }

        var reading = SettingsReader.Read(configuration);
        var (policy, problem) = ListenPolicy.Of(options.Urls, configuration, (reading as SettingsReading.Usable)?.Settings.ApiKeys ?? []);
        var (email, emailProblem) = FolderEmailSettings.Read(configuration);
        if (policy is null || email is null || reading is not SettingsReading.Usable { Settings: var settings })
        {
            return Refuse(ExitCode.Usage, [.. reading is SettingsReading.Faulty faulty ? faulty.Messages : [], emailProblem ?? "", problem ?? ""]);
        }

        if (options.VirtualClock && policy.Addresses is not { LoopbackOnly: true })
        {
            return Refuse(ExitCode.Usage, "--virtual-clock is for trying things out on this machine: it takes loopback addresses only, such as http://127.0.0.1:7071.");
        }

        DataFolder folder;
        try
        {
            folder = DataFolder.Open(options.DataFolder);
        }
        catch (DataFolderInUseException inUse)
        {
            return Refuse(ExitCode.Busy, inUse.Message, "Stop that host first, or use another folder with --data.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Refuse(ExitCode.Failed, fault.Message);
        }

        OpenHost? host = null;
        try
        {
            host = new OpenHost(
                Compose(options, configuration, policy, folder, policy.TrialKeys ? TrialKeys.In(settings) : settings, email), folder, policy.TrialKeys);
            await host.Services.GetRequiredService<ClockLead>().RestoreAsync(cancel);
            if (await host.Services.GetRequiredService<PinWorkspace>().RunAsync(cancel) is not { } mismatch)
            {
                return new Opening.Opened(host);
            }

            await host.DisposeAsync();
            return Refuse(ExitCode.Usage, mismatch);
        }
        catch (Exception fault)
        {
            // The lock goes with the folder, whatever happened.
            if (host is null)
            {
                folder.Dispose();
            }
            else
            {
                await host.DisposeAsync();
            }

            if (fault is SqliteException or InvalidDataException)
            {
                return Refuse(ExitCode.Failed, fault.Message);
            }

            throw;
        }
    }

    private static WebApplication Compose(
        LocalHostOptions options, IConfiguration configuration, ListenPolicy policy, DataFolder folder, UserOpsSettings settings, FolderEmailSettings email)
    {
        // Empty, so that no address, log or setting comes from anywhere but here.
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "userops" });
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging
            .AddConfiguration(configuration.GetSection("Logging"))
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("UserOps", options.Urls is null ? LogLevel.Warning : LogLevel.Information)
            .AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls(policy.Addresses?.Urls ?? "");
        builder.Services.AddRouting();
        builder.Services.AddUserOps(settings).AddLocalHost(options, policy, folder).AddFolderEmail(folder, email);
        var app = builder.Build();
        app.MapUserOps();
        app.MapUserOps(MailRoutes.All);
        if (options.VirtualClock)
        {
            app.MapUserOps(ClockRoutes.All);
        }

        return app;
    }

    private static Opening.Refused Refuse(int exitCode, params string[] messages) => new(exitCode, [.. messages.Where(m => m.Length > 0)]);
}
