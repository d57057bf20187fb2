using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using UserOps.Application;
using UserOps.Application.Http;
using UserOps.Application.Settings;
using UserOps.LocalHost.CommandLine;
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

        if (SettingsReader.Read(configuration) is not SettingsReading.Usable { Settings: var settings } reading)
        {
            return new Opening.Refused(ExitCode.Usage, [.. ((SettingsReading.Faulty)SettingsReader.Read(configuration)).Messages]);
        }

        var (policy, problem) = ListenPolicy.Of(options.Urls, configuration);
        if (policy is null)
        {
            return Refuse(ExitCode.Usage, problem!);
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

        return await OpenAsync(options, configuration, policy, folder, settings, cancel);
    }
}
