using System.Globalization;

namespace UserOps.Tests.Simulation;

/// <summary>What happened, step by step: the last lines for people, and a checksum of all of them, which two runs of one seed share.</summary>
/// <param name="all">Where every line goes too; null: nowhere.</param>
internal sealed class Trace(TextWriter? all = null)
{
    private const int Kept = 60;
    private readonly Queue<string> _last = new(Kept);

    public long Lines { get; private set; }

    /// <summary>FNV-1a of every line: the same in every process, unlike a string's hash code.</summary>
    public ulong Checksum { get; private set; } = 14_695_981_039_346_656_037;

    public void Add(DateTimeOffset now, string who, string what)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{now:MM-dd HH:mm:ss.fff} {who,-8} {what}");
        foreach (var c in line)
        {
            Checksum = (Checksum ^ c) * 1_099_511_628_211;
        }

        Lines++;
        all?.WriteLine(line);
        if (_last.Count == Kept)
        {
            _last.Dequeue();
        }

        _last.Enqueue(line);
    }

    public override string ToString() => string.Join('\n', _last);
}
