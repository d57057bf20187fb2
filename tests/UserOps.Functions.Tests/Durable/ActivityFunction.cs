namespace UserOps.Functions.Tests.Durable;

/// <summary>An activity as a host calls it, with texts for input and output.</summary>
internal delegate Task<string?> ActivityFunction(string? inputJson);
