using System.Text.Json;

namespace UserOps.Domain.Segments;

/// <summary>
/// Reads a condition that a marketer wrote. Each is an object of one of these forms; nothing else may stand in it:
/// <code>
/// {"all": [condition, …]}   {"any": [condition, …]}   {"not": condition}
/// {"field": "trait.city", "op": "is", "value": "Ulm"}
/// {"event": "Order Completed", "times": {"atLeast": 2, "atMost": 5}, "within": "P30D", "where": condition about event.*}
/// {"sequence": [{"event": "Product Viewed", "where": …}, {"event": "Order Completed", "not": true}], "within": "P3D", "since": "P90D"}
/// {"segment": "good-customers"}
/// {"journey": "welcome", "state": "entered", "within": "P30D"}
/// {"message": "opened", "journey": "welcome", "template": "hello", "channel": "email", "times": {"atLeast": 2}, "within": "P30D"}
/// </code>
/// Fields are listed in <see cref="FieldCatalog"/>, operators and what they take in <see cref="OperatorCatalog"/>, limits in <see cref="ConditionLimits"/>.
/// <c>times</c> is once at least when left out; <c>{"atMost": 0}</c> is never.
/// </summary>
public static class ConditionReader
{
    /// <param name="at">JSON Pointer of <paramref name="json"/> in the document it stands in; empty when it is the document.</param>
    /// <param name="mistakes">All that is wrong is added.</param>
    /// <param name="names">What may be named; null: anything.</param>
    /// <returns>Null when anything is wrong.</returns>
    public static Condition? Read(JsonElement json, string at, ConditionScope scope, ICollection<Mistake> mistakes, ConditionNames? names = null)
    {
        var before = mistakes.Count;
        var condition = new ConditionReading(mistakes, names ?? ConditionNames.Unchecked).Read(json, at, scope, 1);
        return mistakes.Count == before ? condition : null;
    }
}
