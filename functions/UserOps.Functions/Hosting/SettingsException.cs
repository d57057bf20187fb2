namespace UserOps.Functions.Hosting;

/// <summary>Application settings that the app does not start with. The host logs it.</summary>
public sealed class SettingsException(IReadOnlyList<string> messages) : Exception(string.Join('\n', messages))
{
    public IReadOnlyList<string> Messages => messages;
}
