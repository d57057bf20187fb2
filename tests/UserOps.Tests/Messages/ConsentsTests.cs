using FsCheck;
using FsCheck.Fluent;
using UserOps.Domain.Messages;
using static UserOps.Tests.Messages.Consenting;

namespace UserOps.Tests.Messages;

public sealed class ConsentsTests
{
    [Fact]
    public void Nothing_said_is_neither_yes_nor_no() => Assert.Equal(ConsentState.Unsaid, Consents.None.Of("email", "marketing"));

    [Fact]
    public void The_persons_last_word_counts()
    {
        Assert.Equal(ConsentState.Granted, Of([Refuse("email", "marketing", 1), Grant("email", "marketing", 2)]).Of("email", "marketing"));
        Assert.Equal(ConsentState.Denied, Of([Refuse("email", "marketing", 3), Grant("email", "marketing", 2)]).Of("email", "marketing"));
    }

    [Fact]
    public void What_the_person_refused_no_shop_and_no_operator_grants()
    {
        Assert.Equal(ConsentState.Denied, Of([Refuse("email", "marketing", 1), Grant("email", "marketing", 9, ConsentVoice.Sender)]).Of("email", "marketing"));
        Assert.Equal(ConsentState.Denied, Of([Refuse("all", "all", 1), Grant("email", "marketing", 9, ConsentVoice.Sender)]).Of("email", "marketing"));
    }

    [Fact]
    public void A_sender_can_take_back_what_the_person_granted_and_grant_what_a_sender_refused()
    {
        Assert.Equal(ConsentState.Denied, Of([Grant("email", "marketing", 1), Refuse("email", "marketing", 2, ConsentVoice.Sender)]).Of("email", "marketing"));
        Assert.Equal(ConsentState.Granted, Of([Refuse("sms", "marketing", 1, ConsentVoice.Sender), Grant("sms", "marketing", 2, ConsentVoice.Sender)]).Of("sms", "marketing"));
    }

    [Fact]
    public void Unsubscribed_from_all_and_later_back_for_one_thing_opens_that_alone()
    {
        var consents = Of([Grant("sms", "marketing", 0), Refuse("all", "all", 1), Grant("email", "marketing", 2)]);

        Assert.Equal(ConsentState.Granted, consents.Of("email", "marketing"));
        Assert.Equal(ConsentState.Denied, consents.Of("email", "reviews"));
        Assert.Equal(ConsentState.Denied, consents.Of("sms", "marketing"));
    }

    [Fact]
    public void A_grant_of_everything_lifts_no_particular_refusal()
    {
        var consents = Of([Refuse("email", "marketing", 1), Grant("all", "all", 2)]);

        Assert.Equal(ConsentState.Denied, consents.Of("email", "marketing"));
        Assert.Equal(ConsentState.Granted, consents.Of("email", "reviews"));
    }

    [Fact]
    public void Nothing_but_one_thing_can_be_said_at_once()
    {
        var consents = Of([Refuse("all", "all", 1), Grant("email", "marketing", 1)]);

        Assert.Equal((ConsentState.Granted, ConsentState.Denied), (consents.Of("email", "marketing"), consents.Of("sms", "marketing")));
        Assert.Equal(ConsentState.Denied, Of([Grant("email", "marketing", 1), Refuse("email", "marketing", 1)]).Of("email", "marketing"));
        Assert.Equal(ConsentState.Denied, Of([Refuse("email", "marketing", 1), Grant("email", "marketing", 1)]).Of("email", "marketing"));
    }

    [Fact]
    public void Any_order_of_arrival_folds_to_the_same() =>
        Prop.ForAll((from said in Histories() from other in Gen.Shuffle(said) select (said, other)).ToArbitrary(), x => Of(x.said).Entries.SequenceEqual(Of(x.other).Entries))
            .QuickCheckThrowOnFailure();

    /// <summary>Only the last word of each kind is kept. Judged by everything ever said, the answer is the same.</summary>
    [Fact]
    public void What_is_forgotten_would_change_no_answer() =>
        Prop.ForAll(Histories().ToArbitrary(), said => Questions.All(asked =>
        {
            var spoken = said.Where(entry => entry.State != ConsentState.Unsaid && !said.Any(later => later.State == ConsentState.Unsaid
                && later.Slot == entry.Slot && later.Voice == entry.Voice && later.Said.IsAfter(entry.Said))).ToList();
            var touching = spoken.Where(entry => entry.Slot.Covers(asked)).ToList();
            var refused = touching.Exists(no => no.State == ConsentState.Denied && !touching.Exists(yes => yes.State == ConsentState.Granted
                && yes.Said.At > no.Said.At && no.Slot.Covers(yes.Slot) && (yes.Voice == ConsentVoice.Person || no.Voice == ConsentVoice.Sender)));
            var expected = refused ? ConsentState.Denied : touching.Exists(entry => entry.State == ConsentState.Granted) ? ConsentState.Granted : ConsentState.Unsaid;
            return Of(said).Of(asked) == expected;
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void However_much_is_said_little_is_kept_and_no_refusal_is_lost()
    {
        var consents = Of(Enumerable.Range(0, 1_000).Select(i => i % 20 == 0 ? Refuse("email", $"p{i}", i) : Grant("email", $"p{i}", i)));
        Assert.Equal(Consents.MaxEntries, consents.Entries.Count);
        Assert.All(Enumerable.Range(0, 50), i => Assert.Equal(ConsentState.Denied, consents.Of("email", $"p{i * 20}")));

        var refusals = Of(Enumerable.Range(0, 1_000).Select(i => Refuse("email", $"p{i}", i)));
        Assert.InRange(refusals.Entries.Count, 1, Consents.MaxEntries);
        Assert.All(Enumerable.Range(0, 1_000), i => Assert.Equal(ConsentState.Denied, refusals.Of("email", $"p{i}")));
    }
}
