using System.Globalization;
using HandlebarsDotNet;
using HandlebarsDotNet.PathStructure;
using NodaTime;
using UserOps.Application.Messages.Templates.Syntax;
using UserOps.Domain.Orders;

namespace UserOps.Application.Messages.Templates;

/// <summary>The functions of templates. They see their arguments, the language and the reader's zone, and nothing else.</summary>
internal sealed class TemplateFunctions(LanguageFormat format, string currency)
{
    public const string ZoneName = "zone";

    private static readonly ChainSegment Zone = ChainSegment.Create(ZoneName);

    public void AddTo(IHandlebars environment)
    {
        environment.RegisterHelper(Words.Default, (in HelperOptions _, in Context _, in Arguments arguments) => IsThere(arguments[0]) ? arguments[0] : arguments[1]);
        environment.RegisterHelper(Words.Date, (in HelperOptions options, in Context _, in Arguments arguments) =>
            Date(Text(arguments[0]), arguments.Length > 1 ? Text(arguments[1]) : format.DatePattern, (DateTimeZone)options.Data[Zone]!));
        environment.RegisterHelper(Words.Money, (in HelperOptions _, in Context _, in Arguments arguments) => Money(Text(arguments[0]), arguments.Length > 1 ? Text(arguments[1]) : currency));
        environment.RegisterHelper(Words.Plural, (in HelperOptions _, in Context _, in Arguments arguments) =>
            format.Plural(Number(Text(arguments[0]), Words.Plural), Text(arguments[1]), Text(arguments[2])));
    }

    private static string Date(string text, string pattern, DateTimeZone zone) =>
        text.Length == 0 ? "" : DatePatterns.Write(text, pattern, zone) ?? throw Unfit($"'{Words.Date}' was given something that is no date or instant (ISO 8601).");

    private string Money(string amount, string code) =>
        amount.Length == 0 ? ""
        : Currencies.IsCode(code) ? format.Money(Number(amount, Words.Money), code)
        : throw Unfit($"'{Words.Money}' was given something that is no currency (three letters of ISO 4217).");

    private static decimal Number(string text, string function) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) < 1_000_000_000_000_000m
            ? number
            : throw Unfit($"'{function}' was given something that is no number, or one beyond a thousand million million.");

    private static bool IsThere(object? value) => value is not (null or UndefinedBindingResult);

    private static string Text(object? value) => value switch
    {
        null => throw new RenderingStoppedException(new Rendering.Missing("")),
        UndefinedBindingResult undefined => throw new RenderingStoppedException(new Rendering.Missing(undefined.Value)),
        string text => text,
        bool or decimal or int => ((IFormattable)(value is bool flag ? (flag ? 1 : 0) : value)).ToString(null, CultureInfo.InvariantCulture),
        _ => throw new RenderingStoppedException(new Rendering.Missing("")),
    };

    private static RenderingStoppedException Unfit(string what) => new(new Rendering.Unfit(what));
}
