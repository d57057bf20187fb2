using NodaTime;
using UserOps.Domain.Journeys;
using UserOps.Domain.Segments;

namespace UserOps.Tests.Journeys;

/// <summary>Steps in few words.</summary>
internal static class Steps
{
    public static Step Send(string id, string? next) => new Step.Send(["email"], false, id, "marketing") { Id = id, Next = next };

    public static Step Wait(string id, Period time, string? next) => new Step.Wait(new WaitUntil.Passed(time)) { Id = id, Next = next };

    public static Step WaitFor(string id, string name, Period timeout, string? next, string? onTimeout) =>
        new Step.WaitForEvent(name, null, timeout, onTimeout) { Id = id, Next = next };

    public static Step Branch(string id, string? otherwise, params (Condition If, string? Then)[] cases) =>
        new Step.Branch([.. cases.Select(c => new BranchCase(c.If, c.Then))]) { Id = id, Next = otherwise };

    public static Step Split(string id, params (string Arm, int Weight, string? Then)[] arms) =>
        new Step.Split([.. arms.Select(a => new SplitArm(a.Arm, a.Weight, a.Then))]) { Id = id };

    /// <summary>A condition that the test answers itself.</summary>
    public static Condition Question(string name) => new Condition.All([new Condition.Any([]), .. Enumerable.Range(0, name.Length).Select(_ => new Condition.All([]))]);
}
