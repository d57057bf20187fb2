using System.Text.Json;
using UserOps.Domain.Events;
using UserOps.Domain.Users;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Segments.Reviews;

/// <summary>Weeks in the life of a few people, by chance: some events come late, some twice, some people turn out to be one.</summary>
internal sealed class AnyStream(Random random)
{
    private static readonly string[] People = ["ann", "bob", "cem", "dee"];
    private readonly List<UserEvent> _past = [];
    private int _number;

    /// <param name="day">Of now.</param>
    public UserEvent[] Next(double day) => [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => One(day))];

    private UserEvent One(double day)
    {
        if (_past.Count > 0 && random.Next(8) == 0)
        {
            return _past[random.Next(_past.Count)];
        }

        // Up to 20 days late, or on time.
        var at = random.Next(3) == 0 ? day - (random.NextDouble() * 20) : day;
        var key = $"e{_number++}";
        var who = Who();
        var said = random.Next(9) switch
        {
            0 or 1 or 2 => Track(key, who, at) with { Properties = Looked() },
            3 => Identify(key, who, at, ("city", random.Next(2) == 0 ? "Ulm" : "Bonn")),
            4 => Tagged(key, who, at, (random.Next(2) == 0 ? "vip" : "trial", random.Next(3) > 0)),
            5 => Order(key, who, $"o{random.Next(12)}", at, Placed(at), Total(at, 1_000)),
            6 => Order(key, new Identity { Trusted = true }, $"o{random.Next(12)}", at, Cancelled(at)),
            7 when random.Next(6) == 0 => Alias(key, People[random.Next(People.Length)], who, at),
            7 => Track(key, Visitor($"browser{random.Next(3)}"), at),
            _ => Track(key, who, at, "Something Else"),
        };
        _past.Add(said with { ReceivedAt = Start.AddDays(day) });
        return _past[^1];
    }

    /// <summary>Some say nothing that can be computed with.</summary>
    private JsonElement? Looked() => random.Next(6) switch
    {
        0 => null,
        1 => JsonElement.Parse("""{"category":7,"price":"dear"}"""),
        _ => JsonElement.Parse($$"""{"category":"{{(random.Next(2) == 0 ? "shoes" : "hats")}}","price":{{random.Next(1, 5)}}.50}"""),
    };

    private Identity Who()
    {
        var person = People[random.Next(People.Length)];
        return random.Next(4) == 0 ? User(person, $"browser{random.Next(3)}") : User(person, email: random.Next(3) == 0 ? $"{person}@mail.example" : null);
    }
}
