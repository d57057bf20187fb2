using Microsoft.DurableTask;

namespace UserOps.Functions.Tests.Durable;

/// <summary>How an execution ended.</summary>
public abstract record Ending
{
    private Ending()
    {
    }

    public sealed record Completed(string? OutputJson) : Ending;

    public sealed record Failed(string ErrorType, string Message) : Ending
    {
        internal TaskFailureDetails Details => new(ErrorType, Message, null, null, null);
    }

    /// <param name="PreserveEvents">Events that nobody waited for go to the next execution.</param>
    public sealed record ContinuedAsNew(string? InputJson, bool PreserveEvents) : Ending;
}
