namespace UserOps.Functions.Tests.Infra;

/// <param name="Path">Of the module's file.</param>
/// <param name="Arguments">Names of the parameters that are passed.</param>
internal sealed record BicepModule(string Symbol, string Path, IReadOnlyList<string> Arguments);
