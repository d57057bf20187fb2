namespace UserOps.Application.Settings;

/// <summary>What an operator's settings amount to.</summary>
public abstract record SettingsReading
{
    private SettingsReading()
    {
    }

    public sealed record Usable(UserOpsSettings Settings) : SettingsReading;

    /// <param name="Messages">Each names the key and says what to set. Values are left out where they could be secrets.</param>
    public sealed record Faulty(IReadOnlyList<string> Messages) : SettingsReading;
}
