using System.Globalization;
using HandlebarsDotNet;

namespace UserOps.Application.Messages.Templates;

/// <summary>Handlebars.Net set up so that nothing reaches outside and no value is missed in silence.</summary>
internal static class TemplateEngine
{
    /// <param name="encode">For HTML.</param>
    public static IHandlebars Create(LanguageFormat format, string currency, bool encode, IExpressionMiddleware? watch = null)
    {
        var configuration = new HandlebarsConfiguration
        {
            NoEscape = !encode,
            FormatProvider = CultureInfo.InvariantCulture,

            // Without one, partials are those that are registered and no files.
            FileSystem = null,
        };
        configuration.FormatterProviders.Add(new ValueFormatters());
        if (watch is not null)
        {
            configuration.CompileTimeConfiguration.ExpressionMiddleware.Add(watch);
        }

        var environment = Handlebars.Create(configuration);
        new TemplateFunctions(format, currency).AddTo(environment);
        return environment;
    }
}
