namespace UserOps.Application.Messages.Templates.Syntax;

/// <summary>A tag of a template with what stands within it; the text between tags is left out.</summary>
internal abstract record Node(Spot At)
{
    /// <param name="Raw">Three braces: written as it is.</param>
    public sealed record Output(Spot At, Term Value, bool Raw) : Node(At);

    /// <param name="Kind">One of <see cref="Words.Blocks"/>.</param>
    /// <param name="Item">Name that <c>as |item index|</c> gives to each element.</param>
    public sealed record Section(Spot At, string Kind, Term Of, string? Item, string? Index, IReadOnlyList<Node> Body, IReadOnlyList<Node>? Else) : Node(At)
    {
        /// <summary>Whether names within are looked up in something else than outside.</summary>
        public bool OpensScope => Kind is Words.Each or Words.With;
    }

    public sealed record Include(Spot At, string Key, IReadOnlyList<(string Name, Term Value)> Arguments) : Node(At);
}
