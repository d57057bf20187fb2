using System.Text.Json.Serialization;
using UserOps.Domain.Tags;

namespace UserOps.Application.Journeys.Jobs;

/// <summary>What a job does with a tag.</summary>
/// <param name="On">Put it on; else take it off.</param>
/// <param name="Term">How long it holds and what it carries; null: neither is told.</param>
/// <param name="From">Where an imported tag comes from; null: it is not imported.</param>
public sealed record TagPlan(
    string Tag,
    bool On,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TagTerm? Term,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? From);
