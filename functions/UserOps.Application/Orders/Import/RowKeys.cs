using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using UserOps.Domain;

namespace UserOps.Application.Orders.Import;

/// <summary>
/// The order in which orders are applied: a customer's together, by date, equal rows side by side. So each profile is read and written once for many orders, and the
/// how-manieth of equal rows one is takes no memory to tell.
/// </summary>
internal sealed class RowKeys
{
    public const int KeyBytes = 40;

    private string _previous = "";
    private int _ordinal;

    /// <param name="key">Filled: customer, instant, what the row says. Of an order that is the sum of its rows, customer and order id, so that all rows meet.</param>
    public static void Write(OrderLine line, Span<byte> key)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(Customer(line)), hash);
        hash[..16].CopyTo(key);
        BinaryPrimitives.WriteInt64BigEndian(key[16..], line.Itemised ? 0 : line.Date.At.UtcTicks);
        SHA256.HashData(Encoding.UTF8.GetBytes(line.Itemised ? line.OrderId! : Text(line)), hash);
        hash[..16].CopyTo(key[24..]);
    }

    public static string Customer(OrderLine line) => line.Customer.Identifiers().First().Canonical;

    /// <summary>Lines come in the order of their keys.</summary>
    /// <returns>The file's order id; without one, an id that is the same whenever the same file, or a longer one, is read.</returns>
    public string OrderId(OrderLine line)
    {
        if (line.OrderId is { } given)
        {
            return given;
        }

        var text = Text(line);
        _ordinal = text == _previous ? _ordinal + 1 : 1;
        _previous = text;
        return "row-" + HashText.Of(text, _ordinal.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>What a row without an order id is known by. A day is named by its date: noon of today may have been still to come when the file was first read.</summary>
    private static string Text(OrderLine line)
    {
        var date = line.Date.DayOnly
            ? "day" + line.Date.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : line.Date.At.UtcTicks.ToString(CultureInfo.InvariantCulture);
        return $"{Customer(line)}\n{date}\n{line.Total.Minor} {line.Total.Currency}";
    }
}
