namespace UserOps.Application.Messages.Templates.Syntax;

/// <summary>What stands in a tag for a value.</summary>
internal abstract record Term(Spot At)
{
    /// <param name="Text">As written: <c>user.firstName</c>, <c>this.price</c>, <c>@root.user.id</c>.</param>
    public sealed record Name(Spot At, string Text) : Term(At);

    /// <param name="Text">Without its quotes.</param>
    public sealed record Literal(Spot At, string Text) : Term(At);

    public sealed record Call(Spot At, string Function, IReadOnlyList<Term> Arguments) : Term(At);
}
