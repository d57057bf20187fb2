using UserOps.Application.Operations;
using UserOps.Application.Storage;

namespace UserOps.Tests.Operations;

public sealed class DeadLetterIdTests
{
    private static readonly DateTimeOffset First = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0c9e2ff2-2d3b-4ab5-9f5c-4d1e2c0b7a11")]
    [InlineData("AbC.9_-~")]
    public void Id_of_a_letter_keeps_the_queue_s_own_message_id(string message) =>
        Assert.Equal($"{First.UtcTicks:d19}~{message}", new TableKey(DeadLetter.IdOf(First, message)).Value);

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("#?\u0001 é 😀")]
    public void Id_of_a_message_that_no_key_can_hold_enters_as_its_hash(string message)
    {
        foreach (var id in new[] { message, message + new string('x', 300) })
        {
            var key = new TableKey(DeadLetter.IdOf(First, id));
            Assert.Equal(DeadLetter.IdOf(First, id), key.Value);
            Assert.NotEqual(DeadLetter.IdOf(First, id + "/"), key.Value);
            Assert.Equal(19 + 1 + 26, key.Value.Length);
        }
    }

    [Fact]
    public void Letters_of_both_kinds_of_queue_sort_by_when_the_message_was_enqueued()
    {
        string[] ids = [DeadLetter.IdOf(First, $"{long.MaxValue}"), DeadLetter.IdOf(First.AddTicks(1), Guid.Empty.ToString()), DeadLetter.IdOf(First.AddTicks(2), "1")];

        Assert.Equal(ids, ids.Order(StringComparer.Ordinal));
        Assert.Equal(DeadLetter.IdOf(First, "17"), DeadLetter.IdOf(First.ToOffset(TimeSpan.FromHours(8)), "17"));
    }
}
