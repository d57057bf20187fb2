using System.Collections.Frozen;

namespace UserOps.Domain.Users;

/// <summary>Names of events that tell of something that may drive a person away, exactly as they are sent.</summary>
public sealed record ActivityEvents(FrozenSet<string> Complaints, FrozenSet<string> FailedDeliveries)
{
    public static readonly ActivityEvents Default = new(FrozenSet.Create(StringComparer.Ordinal, "Complaint Filed"), FrozenSet.Create(StringComparer.Ordinal, "Delivery Failed"));
}
