namespace UserOps.Application.Journeys.Shipped;

public sealed record ShippedPage(IReadOnlyList<ShippedView> Journeys);
