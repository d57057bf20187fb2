namespace UserOps.Functions.Tests.Durable;

/// <summary>A text that the hub would have stored.</summary>
/// <param name="Kind">Input, Output, Status, Event.</param>
/// <param name="Name">Of the function or event.</param>
/// <param name="Bytes">In UTF-8.</param>
public sealed record Payload(string Kind, string Name, int Bytes);
