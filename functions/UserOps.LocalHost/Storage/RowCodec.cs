using System.Buffers.Binary;
using UserOps.Application.Storage;

namespace UserOps.LocalHost.Storage;

/// <summary>
/// Properties as bytes: form 1; count; then of each its name, the type and the value. Lengths and integers are variable-length, signed ones zig-zag.
/// </summary>
internal static class RowCodec
{
    private const byte Form = 1;

    private enum Kind : byte
    {
        Text = 1,
        Number,
        Real,
        False,
        True,
        Instant,
        Bytes,
    }

    public static void Write(PooledBytes output, Properties properties)
    {
        output.WriteByte(Form);
        output.WriteVarint((ulong)properties.Count);
        foreach (var property in properties.Items)
        {
            output.WriteText(property.Name);
            WriteValue(output, property.Value);
        }
    }

    /// <exception cref="InvalidDataException">The bytes were not written by <see cref="Write"/>.</exception>
    public static Properties Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new RowReader(bytes);
        if (reader.Byte() != Form)
        {
            throw new InvalidDataException("A stored row has a form that this version does not know.");
        }

        var items = new Property[(int)reader.Varint()];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = new(PropertyNames.Of(reader.Take((int)reader.Varint())), ReadValue(ref reader));
        }

        return Properties.Owning(items);
    }

    private static void WriteValue(PooledBytes output, object value)
    {
        switch (value)
        {
            case string text:
                output.WriteByte((byte)Kind.Text);
                output.WriteText(text);
                break;
            case long number:
                output.WriteByte((byte)Kind.Number);
                output.WriteVarint((ulong)((number << 1) ^ (number >> 63)));
                break;
            case double real:
                output.WriteByte((byte)Kind.Real);
                Span<byte> eight = stackalloc byte[8];
                BinaryPrimitives.WriteDoubleLittleEndian(eight, real);
                output.Write(eight);
                break;
            case bool flag:
                output.WriteByte((byte)(flag ? Kind.True : Kind.False));
                break;
            case DateTimeOffset instant:
                output.WriteByte((byte)Kind.Instant);
                output.WriteVarint((ulong)instant.UtcTicks);
                break;
            case byte[] bytes:
                output.WriteByte((byte)Kind.Bytes);
                output.WriteVarint((ulong)bytes.Length);
                output.Write(bytes);
                break;
            default:
                throw new TableLimitException($"A {value.GetType().Name} is none of the types that a table holds.");
        }
    }

    private static object ReadValue(ref RowReader reader)
    {
        switch ((Kind)reader.Byte())
        {
            case Kind.Text: return reader.Text();
            case Kind.Number: return reader.Varint() is var zigzag ? (long)(zigzag >> 1) ^ -(long)(zigzag & 1) : 0L;
            case Kind.Real: return BinaryPrimitives.ReadDoubleLittleEndian(reader.Take(8));
            case Kind.False: return false;
            case Kind.True: return true;
            case Kind.Instant: return new DateTimeOffset((long)reader.Varint(), TimeSpan.Zero);
            case Kind.Bytes: return reader.Take((int)reader.Varint()).ToArray();
            default: throw new InvalidDataException("A stored row holds a type that this version does not know.");
        }
    }
}
