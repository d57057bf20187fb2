namespace UserOps.Application.Messages.Templates.Syntax;

/// <summary>What ends the part of a block: <c>{{/if}}</c>, <c>{{else}}</c> or the start of <c>{{else if}}</c>.</summary>
internal sealed record EndTag(Spot At, string Word, bool IsElse, bool IsElseIf = false);
