using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Events;
using UserOps.Application.Http;
using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Simulation;
using UserOps.Application.Messages.Engagement;
using UserOps.Application.Messages.Sending;
using UserOps.Application.Messages.Templates;
using UserOps.Application.Operations;
using UserOps.Application.Orders;
using UserOps.Application.Paths;
using UserOps.Application.Recommendations;
using UserOps.Application.Rewards;
using UserOps.Application.Scoring;
using UserOps.Application.Segments;
using UserOps.Application.Settings;
using UserOps.Application.Tags;
using UserOps.Application.Users;

namespace UserOps.Application;

/// <summary>Registers the application; a host adds its adapters (<c>ITableStore</c>, <c>IMessageQueue</c>), the identity key (<see cref="UserKeys"/>) and the clock.</summary>
public static class UserOpsServices
{
    public static IServiceCollection AddUserOps(this IServiceCollection services, UserOpsSettings settings) =>
        services
            .AddSingleton(settings)
            .AddHttp()
            .AddOperations()
            .AddEvents()
            .AddApply()
            .AddUsers()
            .AddOrders()
            .AddScoring()
            .AddRecommendations()
            .AddSegments()
            .AddPaths()
            .AddTags()
            .AddJourneys()
            .AddSimulation()
            .AddTemplates()
            .AddEngagement()
            .AddSending()
            .AddSingleton<IGrantRewards, NoRewards>();
}
