using UserOps.Application.Events.Reading;
using UserOps.Domain.Orders;
using UserOps.Domain.Users;

namespace UserOps.Application.Events.Forms;

/// <summary>Whom an event of the suite's own form is about. Its senders hold a secret, so they are believed.</summary>
internal static class PersonForm
{
    public static Identity Read(EventEnvelope envelope, OrderChange? order, Fault fault)
    {
        var data = envelope.Data;
        var userId = Ids.Person(data.At("userId"u8), "data.userId", fault);
        var customerId = Ids.Person(data.At("customerId"u8), "data.customerId", fault);
        var anonymousId = Ids.Person(data.At("anonymousId"u8), "data.anonymousId", fault);
        var told = data.At("email"u8);
        var email = Emails.Read(told);
        if (told.IsPresent() && email is null)
        {
            fault.Note("data.email", "must be an e-mail address");
        }

        if (userId is not null && customerId is not null)
        {
            fault.Note("data.customerId", "must not stand beside userId; say which of them is the person");
        }

        // An address among the traits is what is told of the person; it names one only where nothing else does.
        var named = userId is not null || customerId is not null || anonymousId is not null || email is not null;
        var person = named
            ? new Identity
            {
                UserId = userId,
                CustomerId = customerId is null ? null : new(envelope.Source, customerId),
                Email = email,
                AnonymousId = anonymousId,
                Trusted = true,
            }
            : Of(envelope.Subject);
        var identity = person with { Email = person.Email ?? Emails.Read(data.At("traits"u8).At("email"u8)) };

        // What happens to an order later may leave out whose it is; the order itself must say.
        var findsItsUser = order is not null && !order.Facts.OfType<OrderFact.Placed>().Any();
        if (identity is { UserId: null, CustomerId: null, Email: null, AnonymousId: null } && !findsItsUser)
        {
            fault.Note("data.userId", "is missing or a placeholder, and nothing else names anybody");
        }

        return identity;
    }

    private static Identity Of(Identifier? subject) => subject?.Kind switch
    {
        IdentifierKind.User => new() { UserId = Placeholders.OrNull(subject.Value), Trusted = true },
        IdentifierKind.Customer when Placeholders.OrNull(subject.Value) is { } id => new() { CustomerId = new(subject.Source!, id), Trusted = true },
        IdentifierKind.Email => new() { Email = Emails.OrNull(subject.Value), Trusted = true },
        IdentifierKind.Anonymous => new() { AnonymousId = Placeholders.OrNull(subject.Value), Trusted = true },
        _ => new() { Trusted = true },
    };
}
