namespace UserOps.Application.Messages.Templates;

internal static class PartExtensions
{
    /// <summary>As JSON has it.</summary>
    public static string Name(this Part part) => part.ToString().ToLowerInvariant();

    /// <summary>Nothing in it may begin a new line: a line break in a subject would begin another header field.</summary>
    public static bool IsOneLine(this Part part) => part is Part.Subject or Part.Title;

    /// <summary>Which part of a partial or layout stands in it.</summary>
    public static Part Included(this Part part) => part == Part.Html ? Part.Html : Part.Text;
}
