using System.Text.Json;
using Microsoft.DurableTask;

namespace UserOps.Functions.Tests.Durable;

/// <summary>An orchestrator as a host calls it.</summary>
internal delegate Task<object?> OrchestratorFunction(TaskOrchestrationContext context, JsonSerializerOptions json);
