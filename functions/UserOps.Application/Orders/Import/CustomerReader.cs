using UserOps.Domain.Users;

namespace UserOps.Application.Orders.Import;

/// <summary>Who a row is about. Files come from an operator, so their e-mail addresses are believed.</summary>
public sealed class CustomerReader(string? source)
{
    /// <summary>Longer than any identifier in use; a cell beyond it is a sign of shifted columns.</summary>
    private const int MaxLength = 320;

    /// <returns>An identity, or what is wrong, for a person.</returns>
    public (Identity? Customer, string? Problem) Read(string customer, string email)
    {
        if (customer.Length > MaxLength || email.Length > MaxLength)
        {
            return (null, $"the customer has more than {MaxLength} characters");
        }

        var id = Placeholders.OrNull(customer);
        var address = IsAddress(email) ? email : null;
        if (id is null)
        {
            return address is not null ? (new Identity { Email = address, Trusted = true }, null)
                : (null, customer.Length + email.Length == 0 ? "no customer" : "the customer is a placeholder or no address, not an id");
        }

        if (IsAddress(id))
        {
            return (new Identity { Email = id, Trusted = true }, null);
        }

        var identity = new Identity { Email = address, Trusted = true };
        return (source is null ? identity with { UserId = id } : identity with { CustomerId = new(source, id) }, null);
    }

    private static bool IsAddress(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < text.Length - 1 && text.IndexOf('@', at + 1) < 0 && !text.Any(char.IsWhiteSpace);
    }
}
