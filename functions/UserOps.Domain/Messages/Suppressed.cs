namespace UserOps.Domain.Messages;

/// <summary>An address that must get nothing more, whatever the purpose and whoever has it. A person's new address is another one.</summary>
/// <param name="AddressHash">As in <see cref="ChannelFacts.AddressHash"/>.</param>
public sealed record Suppressed(string AddressHash, SuppressionCause Cause, DateTimeOffset At);
