using UserOps.Application.Messages.Sending;
using UserOps.Domain.Messages;

namespace UserOps.Tests.Simulation.Invariants;

/// <summary>Invariant 4: at most one accepted call for each run, step and occurrence, and a ledger that ends with what is true or says that nobody knows.</summary>
internal sealed class OneCallAStep : IInvariant
{
    public IEnumerable<string> Broken(Simulation simulation, Picture end)
    {
        var accepted = simulation.Provider.Accepted.GroupBy(call => call.Operation).ToDictionary(calls => calls.Key, calls => calls.Count());
        foreach (var (operation, calls) in accepted.Where(pair => pair.Value > 1))
        {
            yield return $"double send: {operation} was accepted {calls} times";
        }

        var ledger = end.Rows.Where(row => row.Key.Value.StartsWith(MessageRow.Prefix, StringComparison.Ordinal)).Select(MessageRow.Read).ToList();
        foreach (var entry in ledger)
        {
            var went = accepted.Remove(entry.OperationId);
            if (entry.State == MessageState.Claimed || (went ? entry.State is not (MessageState.Accepted or MessageState.Unknown) : entry.State == MessageState.Accepted))
            {
                yield return $"ledger: {entry.Run} {entry.Step} {entry.Occurrence} ended as {entry.State}, and the provider has {(went ? "" : "not ")}got it";
            }
        }

        foreach (var operation in accepted.Keys)
        {
            yield return $"ledger: {operation} was accepted and stands nowhere";
        }
    }
}
