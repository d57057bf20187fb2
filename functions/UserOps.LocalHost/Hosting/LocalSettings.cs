namespace UserOps.LocalHost.Hosting;

/// <summary>Where settings come from, the later ones first in rank: the program's appsettings.json, the data folder's, the environment, the command line.</summary>
internal static class LocalSettings
{
    public static IConfigurationRoot Load(LocalHostOptions options) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddJsonFile(Path.Combine(options.DataFolder, "appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .AddInMemoryCollection(options.Settings)
        .Build();
}
