using UserOps.Domain.Users;

namespace UserOps.Tests.Simulation;

/// <summary>Somebody in the story: an application's user who also buys in a shop.</summary>
/// <param name="Browser">Sometimes that of another person too.</param>
/// <param name="Mail">Sometimes a family's.</param>
/// <param name="Visits">
/// Whether the browser is also seen without anybody signed in. One that two people share is not: what is seen in it goes to whoever has it when it arrives, which is
/// the one thing that stays open to order.
/// </param>
/// <param name="Shops">Whether the address is also known to a shop. One that two people share is not, for the same reason.</param>
internal sealed record Person(string Id, string Browser, string Mail, string Zone, bool Visits, bool Shops)
{
    private static readonly string[] Zones =
        ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/St_Johns", "Pacific/Apia", "UTC"];

    public Identity User => Said.User(Id, Browser, Mail);

    public static IReadOnlyList<Person> Some(Random random, int count)
    {
        var browsers = Enumerable.Range(0, count).Select(i => i > 0 && random.Next(10) == 0 ? i - 1 : i).ToArray();
        var mails = Enumerable.Range(0, count).Select(i => i > 0 && random.Next(16) == 0 ? i - 1 : i).ToArray();
        return
        [
            .. Enumerable.Range(0, count).Select(i => new Person(
                $"u{i}", $"b{browsers[i]}", $"m{mails[i]}@mail.example", Zones[i % Zones.Length], browsers.Count(b => b == browsers[i]) == 1, mails.Count(m => m == mails[i]) == 1)),
        ];
    }
}
