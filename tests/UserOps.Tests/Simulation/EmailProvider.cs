namespace UserOps.Tests.Simulation;

/// <summary>
/// What stands behind the senders of all processes and outlives them: the strictest provider that still makes sense. An operation id that comes again is accepted again and
/// counted, since no provider promises otherwise.
/// </summary>
internal sealed class EmailProvider
{
    private readonly List<AcceptedCall> _accepted = [];
    private readonly HashSet<Guid> _refused = [];

    public IReadOnlyList<AcceptedCall> Accepted => _accepted;

    /// <summary>Nobody is served before.</summary>
    public DateTimeOffset ThrottledUntil { get; set; }

    /// <summary>Calls handed over and neither accepted nor turned away yet.</summary>
    public int InFlight { get; set; }

    public void Accept(AcceptedCall call) => _accepted.Add(call);

    public void Refuse(Guid operation) => _refused.Add(operation);

    public bool HasRefused(Guid operation) => _refused.Contains(operation);

    public AcceptedCall? Find(Guid operation) => _accepted.Find(call => call.Operation == operation);
}
