namespace UserOps.Application.Settings;

/// <summary>One system that sends webhooks.</summary>
/// <param name="Secret">As the sender shows it; for <see cref="SourceKind.Standard"/> it starts with <c>whsec_</c>.</param>
/// <param name="PreviousSecret">Still accepted while a secret is being rotated.</param>
public sealed record SourceSettings(SourceKind Kind, string Secret, string? PreviousSecret = null)
{
    public IEnumerable<string> Secrets => PreviousSecret is null ? [Secret] : [Secret, PreviousSecret];
}
