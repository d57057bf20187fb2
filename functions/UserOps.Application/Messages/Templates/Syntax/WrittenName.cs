namespace UserOps.Application.Messages.Templates.Syntax;

/// <param name="Whole">As <see cref="Scope.Resolve"/> tells it.</param>
/// <param name="Text">As it stands in the tag: in a partial, an argument has a name of its own.</param>
internal readonly record struct WrittenName(string Whole, string Text);
