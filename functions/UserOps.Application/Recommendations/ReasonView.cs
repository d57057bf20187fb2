namespace UserOps.Application.Recommendations;

/// <param name="Kind"><c>bought</c>: those who bought this product buy it too; <c>popular</c>: many do.</param>
/// <param name="Id">Of the product bought.</param>
/// <param name="Name">Of the product bought, where it is known.</param>
public sealed record ReasonView(string Kind, string? Id, string? Name);
