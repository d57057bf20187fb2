namespace UserOps.Application.Messages.Sending;

/// <param name="At">Where it begins.</param>
/// <param name="Name">In lower case.</param>
/// <param name="Href">Where the value of its first <c>href</c> stands, without quotes; null: it has none.</param>
internal readonly record struct HtmlTag(int At, bool IsEnd, string Name, Range? Href);
