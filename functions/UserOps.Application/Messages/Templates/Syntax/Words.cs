using System.Collections.Frozen;

namespace UserOps.Application.Messages.Templates.Syntax;

/// <summary>The words of the language: a part of Handlebars', closed so that every tag is understood before anything is sent.</summary>
internal static class Words
{
    public const string If = "if";
    public const string Unless = "unless";
    public const string Each = "each";
    public const string With = "with";
    public const string Date = "date";
    public const string Money = "money";
    public const string Default = "default";
    public const string Plural = "plural";

    public static readonly FrozenSet<string> Blocks = new[] { If, Unless, Each, With }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How many arguments each function takes, and how it is written.</summary>
    public static readonly FrozenDictionary<string, (int Least, int Most, string Use)> Functions = new Dictionary<string, (int, int, string)>
    {
        [Date] = (1, 2, "{{date NAME}} or {{date NAME \"d MMMM yyyy\"}}"),
        [Money] = (1, 2, "{{money AMOUNT}} or {{money AMOUNT CURRENCY}}"),
        [Default] = (2, 2, "{{default NAME \"what stands there without it\"}}"),
        [Plural] = (3, 3, "{{plural COUNT \"order\" \"orders\"}}"),
    }.ToFrozenDictionary();
}
