namespace UserOps.Application.Messages.Templates;

/// <summary>How much a template may hold and a message may become, in UTF-16 units.</summary>
public static class TemplateLimits
{
    public const int HtmlSource = 100_000;
    public const int TextSource = 20_000;
    public const int LineSource = 500;
    public const int Languages = 30;

    public const int Html = 200 * 1024;
    public const int Text = 100 * 1024;
    public const int Line = 250;

    /// <summary>Elements of one list of an event that a message may go through.</summary>
    public const int ListItems = 200;

    /// <summary>Tags of a part, those of its partials counted wherever they stand.</summary>
    public const int Tags = 2_000;

    public const int NestedEach = 2;
    public const int NestedPartials = 5;

    /// <summary>Bytes of a template's JSON.</summary>
    public const int Document = 512 * 1024;

    public static int Source(Part part) => part switch { Part.Html => HtmlSource, Part.Subject or Part.Title => LineSource, _ => TextSource };

    public static int Result(Part part) => part switch { Part.Html => Html, Part.Subject or Part.Title => Line, _ => Text };
}
