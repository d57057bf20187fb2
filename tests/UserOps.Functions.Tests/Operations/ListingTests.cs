using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using UserOps.Application.Events;
using UserOps.Application.Events.Rejections;
using UserOps.Application.Operations;
using UserOps.Functions.Tests.Azurite;

namespace UserOps.Functions.Tests.Operations;

/// <summary>Where a page of a list goes on is a key that the store chose; it has to survive the way through an address.</summary>
public sealed class ListingTests
{
    [AzuriteFact]
    public async Task Rejected_events_are_listed_once_each_page_after_page()
    {
        var world = await AzureWorld.NewAsync(clock: new ManualClock());
        await world.Get<RejectedEvents>().AddAsync([.. Enumerable.Range(0, 25).Select(i => new RejectedEvent("shop", i, "userId", "It is missing.", $"{{{i}}}"))], default);

        var met = new List<int>();
        for (string? from = ""; from is not null;)
        {
            var page = Assert.IsType<Ok<RejectedPage>>(await RejectedEventHandlers.List(Request(world, $"?limit=10&from={from}"))).Value!;
            met.AddRange(page.Rejected.Select(kept => kept.Index));
            from = page.Next;
        }

        Assert.Equal(Enumerable.Range(0, 25), met.Order());
    }

    [AzuriteFact]
    public async Task Dead_letters_are_listed_once_each_page_after_page()
    {
        var world = await AzureWorld.NewAsync();
        var now = DateTimeOffset.UnixEpoch;
        for (var i = 0; i < 5; i++)
        {
            await world.Get<DeadLetters>().AddAsync(new($"letter-{i}", [1], "It failed.", 5, now, now), default);
        }

        var met = new List<string>();
        for (var from = ""; from is not null;)
        {
            var page = Assert.IsType<Ok<DeadLetterPage>>(await DeadLetterRoutes.ListAsync(Request(world, "?limit=2" + from))).Value!;
            met.AddRange(page.Letters.Select(letter => letter.Id));
            from = page.Next is { } next ? "&from=" + next : null;
        }

        Assert.Equal(["letter-0", "letter-1", "letter-2", "letter-3", "letter-4"], met);
    }

    private static HttpRequest Request(AzureWorld world, string query) =>
        new DefaultHttpContext { RequestServices = world.Services, Request = { QueryString = new(query) } }.Request;
}
