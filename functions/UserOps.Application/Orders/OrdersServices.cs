using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UserOps.Application.Orders.Import;

namespace UserOps.Application.Orders;

internal static class OrdersServices
{
    internal static IServiceCollection AddOrders(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddTransient<ImportOrders>();
    }
}
