using FsCheck;
using FsCheck.Fluent;
using UserOps.Domain.Events;
using UserOps.Domain.Messages;

namespace UserOps.Tests.Messages;

/// <summary>Consents for tests: in few words, and by chance.</summary>
internal static class Consenting
{
    public static readonly string[] Channels = ["all", "email", "sms"];
    public static readonly string[] Purposes = ["all", "marketing", "reviews"];

    public static readonly ConsentSlot[] Questions = [.. from channel in Channels from purpose in Purposes select new ConsentSlot(channel, purpose)];

    public static ConsentEntry Grant(string channel, string purpose, double day, ConsentVoice by = ConsentVoice.Person) => Entry(channel, purpose, by, ConsentState.Granted, day);

    public static ConsentEntry Refuse(string channel, string purpose, double day, ConsentVoice by = ConsentVoice.Person) => Entry(channel, purpose, by, ConsentState.Denied, day);

    public static Consents Of(IEnumerable<ConsentEntry> said) => said.Aggregate(Consents.None, (consents, entry) => consents.With(entry));

    /// <summary>Up to twelve words said one after the other, none at the same time.</summary>
    public static Gen<ConsentEntry[]> Histories(int offset = 0) =>
        from words in Gen.ListOf(
            from channel in Gen.Elements(Channels)
            from purpose in Gen.Elements(Purposes)
            from voice in Gen.Elements(ConsentVoice.Person, ConsentVoice.Sender)
            from state in Gen.Frequency((4, Gen.Constant(ConsentState.Granted)), (4, Gen.Constant(ConsentState.Denied)), (1, Gen.Constant(ConsentState.Unsaid)))
            select (channel, purpose, voice, state))
        from days in Gen.Shuffle(Enumerable.Range(0, words.Count).ToArray())
        select words.Select((word, i) => Entry(word.channel, word.purpose, word.voice, word.state, (days[i] * 2) + offset)).ToArray();

    private static ConsentEntry Entry(string channel, string purpose, ConsentVoice by, ConsentState state, double day) =>
        new(channel, purpose, by, state, new Stamp(Said.Start.AddDays(day), $"e{day}"), "test");
}
