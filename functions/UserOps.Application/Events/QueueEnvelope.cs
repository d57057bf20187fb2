using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace UserOps.Application.Events;

/// <summary>
/// What a queue message holds: <c>{"v":1,"to":["u~…"],"events":[…]}</c>, where <c>to</c> is there only for events of the suite's own making (same length), or
/// <c>{"v":1,"inbox":"row key"}</c> for an event that is larger than a message, <c>{"v":1,"reports":[…]}</c> for what providers tell of
/// messages, or <c>{"v":1,"job":"id","turn":3}</c> for a turn of a job, or of a lane of a sweep.
/// </summary>
public sealed record QueueEnvelope(IReadOnlyList<ReadOnlyMemory<byte>> Events, IReadOnlyList<string>? To, string? Inbox, string? Job = null, int Turn = 0)
{
    /// <summary>Bytes an envelope needs besides its events and addresses, with a separator each.</summary>
    public const int Overhead = 64;

    public const int AddressBytes = 32;

    /// <summary>A JSON array; null: there are none.</summary>
    public ReadOnlyMemory<byte>? Reports { get; init; }

    public static byte[] Write(IReadOnlyCollection<ReadOnlyMemory<byte>> events, IReadOnlyCollection<string>? to = null)
    {
        var buffer = new ArrayBufferWriter<byte>(Overhead + events.Sum(e => e.Length + 1) + ((to?.Count ?? 0) * AddressBytes));
        buffer.Write("{\"v\":1,"u8);
        if (to is not null)
        {
            // User keys are base32, so they need no escaping.
            buffer.Write("\"to\":[\""u8);
            buffer.Write(Encoding.ASCII.GetBytes(string.Join("\",\"", to)));
            buffer.Write("\"],"u8);
        }

        buffer.Write("\"events\":["u8);
        var first = true;
        foreach (var json in events)
        {
            buffer.Write(first ? ""u8 : ","u8);
            buffer.Write(json.Span);
            first = false;
        }

        buffer.Write("]}"u8);
        return buffer.WrittenSpan.ToArray();
    }

    public static byte[] WriteInbox(string rowKey) => Encoding.ASCII.GetBytes($$"""{"v":1,"inbox":"{{rowKey}}"}""");

    /// <param name="reports">A JSON array.</param>
    public static byte[] WriteReports(ReadOnlySpan<byte> reports) => [.. "{\"v\":1,\"reports\":"u8, .. reports, .. "}"u8];

    public static byte[] WriteJob(string id, int turn) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"v":1,"job":"{{id}}","turn":{{turn}}}"""));

    /// <exception cref="JsonException">Not JSON.</exception>
    /// <exception cref="InvalidDataException">Of a newer version, or without content.</exception>
    public static QueueEnvelope Read(ReadOnlyMemory<byte> body)
    {
        var events = new List<ReadOnlyMemory<byte>>();
        List<string>? to = null;
        string? inbox = null, job = null;
        var turn = 0;
        ReadOnlyMemory<byte>? reports = null;
        var reader = new Utf8JsonReader(body.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "v" when reader.GetInt32() != 1:
                    throw new InvalidDataException($"A queued message of version {reader.GetInt32()} is newer than this program.");
                case "to":
                    to = [];
                    while (reader.Read() && reader.TokenType == JsonTokenType.String)
                    {
                        to.Add(reader.GetString()!);
                    }

                    break;
                case "events":
                    while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                    {
                        var start = (int)reader.TokenStartIndex;
                        reader.Skip();
                        events.Add(body[start..(int)reader.BytesConsumed]);
                    }

                    break;
                case "reports":
                    var first = (int)reader.TokenStartIndex;
                    reader.Skip();
                    reports = body[first..(int)reader.BytesConsumed];
                    break;
                case "inbox":
                    inbox = reader.GetString();
                    break;
                case "job":
                    job = reader.GetString();
                    break;
                case "turn":
                    turn = reader.GetInt32();
                    break;
            }
        }

        return inbox is null && job is null && reports is null && (events.Count == 0 || (to is not null && to.Count != events.Count))
            ? throw new InvalidDataException("A queued message holds no events, or not one address each.")
            : new(events, to, inbox, job, turn) { Reports = reports };
    }
}
