using UserOps.Application.Messages.Sending;
using UserOps.Domain.Messages;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Messages.Sending;

public sealed class SuppressionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly string Ada = World.Keys.OfAddress("email", "ada@example.com");
    private static readonly string Bob = World.Keys.OfAddress("email", "bob@example.com");
    private readonly Suppressions _suppressions = new(new MemoryTableStore());

    [Fact]
    public async Task An_address_is_found_by_its_hash_until_it_is_taken_off()
    {
        await _suppressions.AddAsync(new(Ada, SuppressionCause.HardBounce, Noon), default);

        Assert.Equal([new Suppressed(Ada, SuppressionCause.HardBounce, Noon)], await _suppressions.FindAsync([Ada, Bob, Ada], default));
        Assert.True(await _suppressions.RemoveAsync(Ada, default));
        Assert.False(await _suppressions.RemoveAsync(Ada, default));
        Assert.Empty(await _suppressions.FindAsync([Ada], default));
    }

    [Fact]
    public async Task A_complaint_outweighs_a_bounce_and_the_first_word_any_later_one()
    {
        await _suppressions.AddAsync(new(Ada, SuppressionCause.HardBounce, Noon), default);
        await _suppressions.AddAsync(new(Ada, SuppressionCause.HardBounce, Noon.AddDays(1)), default);
        Assert.Equal(Noon, Assert.Single(await _suppressions.FindAsync([Ada], default)).At);

        await _suppressions.AddAsync(new(Ada, SuppressionCause.Complaint, Noon.AddDays(2)), default);
        await _suppressions.AddAsync(new(Ada, SuppressionCause.HardBounce, Noon.AddDays(3)), default);
        await _suppressions.AddAsync(new(Ada, SuppressionCause.Complaint, Noon.AddDays(4)), default);
        Assert.Equal(new Suppressed(Ada, SuppressionCause.Complaint, Noon.AddDays(2)), Assert.Single(await _suppressions.FindAsync([Ada], default)));
    }

    [Fact]
    public void A_hash_tells_the_channel_and_ignores_the_case_of_an_email_only()
    {
        Assert.Equal(Ada, World.Keys.OfAddress("email", " ADA@example.com "));
        Assert.NotEqual(Ada, World.Keys.OfAddress("chat", "ada@example.com"));
        Assert.NotEqual(World.Keys.OfAddress("push", "abc"), World.Keys.OfAddress("push", "ABC"));
        Assert.DoesNotContain(Ada, World.Keys.Of(Domain.Users.Identifier.OfEmail("ada@example.com")), StringComparison.Ordinal);
    }
}
