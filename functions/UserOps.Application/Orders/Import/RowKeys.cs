using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using UserOps.Domain;

namespace UserOps.Application.Orders.Import;

/// <summary>Names orders of files without an order column: by customer, date, amount, and the how-manieth such row of the file it is.</summary>
public sealed class RowKeys(ICountRepeats repeats)
{
    /// <returns>An order id that is the same whenever the same file, or a longer one, is read.</returns>
    public string OrderId(OrderLine line)
    {
        // A day is named by its date, not its noon: today's noon may have been still to come when the file was first read.
        var date = line.Date.DayOnly ? "day" + line.Date.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : line.Date.At.UtcTicks.ToString(CultureInfo.InvariantCulture);
        var row = $"{line.Customer.Identifiers().First().Canonical}\n{date}\n{line.Total.Minor} {line.Total.Currency}";
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(row), hash);
        var ordinal = repeats.Next(System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash));
        return "row-" + HashText.Of(row, ordinal.ToString(CultureInfo.InvariantCulture));
    }
}
