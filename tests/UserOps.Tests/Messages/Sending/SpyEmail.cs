using UserOps.Application.Messages;

namespace UserOps.Tests.Messages.Sending;

/// <summary>A provider in memory: what it accepted it knows for good, and it can be told how to answer next.</summary>
internal sealed class SpyEmail : IEmailSender
{
    /// <summary>What it accepted, in order, also the same operation twice.</summary>
    public List<(Guid Operation, EmailToSend Message)> Accepted { get; } = [];

    public int Calls { get; private set; }

    public int Asked { get; private set; }

    /// <summary>What the last question named.</summary>
    public CallWindow AskedFor { get; private set; }

    /// <summary>Instead of accepting; used up one a call.</summary>
    public Queue<EmailOutcome> Next { get; } = [];

    /// <summary>Whether the answers in <see cref="Next"/> hide that it accepted all the same.</summary>
    public bool AcceptsInSecret { get; set; }

    /// <summary>Instead of what it knows; used up one a question.</summary>
    public Queue<EmailStanding> Standing { get; } = [];

    /// <summary>Before and after each call: a crash, where it throws.</summary>
    public Func<Task>? Before { get; set; }

    public Func<Task>? After { get; set; }

    public async Task<EmailOutcome> SendAsync(EmailToSend message, Guid operationId, CancellationToken cancel)
    {
        await (Before?.Invoke() ?? Task.CompletedTask);
        Calls++;
        var answer = Next.Count > 0 ? Next.Dequeue() : new EmailOutcome.Accepted(operationId.ToString());
        if (answer is EmailOutcome.Accepted || AcceptsInSecret)
        {
            Accepted.Add((operationId, message));
        }

        await (After?.Invoke() ?? Task.CompletedTask);
        return answer;
    }

    public Task<EmailStanding> AskAsync(Guid operationId, CallWindow called, CancellationToken cancel)
    {
        (Asked, AskedFor) = (Asked + 1, called);
        return Task.FromResult(Standing.Count > 0 ? Standing.Dequeue()
            : Accepted.Any(known => known.Operation == operationId) ? new EmailStanding.Accepted(operationId.ToString())
            : new EmailStanding.NotAccepted());
    }
}
