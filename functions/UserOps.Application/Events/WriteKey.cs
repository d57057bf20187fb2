namespace UserOps.Application.Events;

/// <summary>A write key that a sender has shown.</summary>
/// <param name="Trusted">A server's: what it says of a person is believed.</param>
public sealed record WriteKey(string Name, bool Trusted);
