using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace UserOps.Functions.Tests.Durable;

/// <summary>The client of an <see cref="OrchestrationHost"/>: what a function gets by <c>[DurableClient]</c>.</summary>
public sealed class HostClient(OrchestrationHost host) : DurableTaskClient("replaying")
{
    /// <summary>Runs before an instance is scheduled: what another does in that moment, or an exception.</summary>
    public Action? BeforeSchedule { get; set; }

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        BeforeSchedule?.Invoke();
        return options?.StartAt is null
            ? Task.FromResult(host.Start(orchestratorName, input, options?.InstanceId).Id)
            : throw new NotSupportedException("Delayed starts are not modelled.");
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        host.Raise(instanceId, eventName, eventPayload);
        return Task.CompletedTask;
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(host.Find(instanceId) is { } instance
            ? new OrchestrationMetadata(instance.Name, instance.Id)
            {
                RuntimeStatus = instance.Status,
                CreatedAt = instance.CreatedAt,
                LastUpdatedAt = instance.UpdatedAt,
                SerializedInput = getInputsAndOutputs ? instance.InputJson : null,
                SerializedOutput = getInputsAndOutputs ? (instance.Ending as Ending.Completed)?.OutputJson : null,
                SerializedCustomStatus = getInputsAndOutputs && instance.Statuses is [.., var last] ? last : null,
            }
            : null);

    public override Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        host.Terminate(instanceId);
        return Task.CompletedTask;
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => throw new NotSupportedException();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
