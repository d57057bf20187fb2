using System.Linq.Expressions;
using HandlebarsDotNet;
using HandlebarsDotNet.PathStructure;

namespace UserOps.Application.Messages.Templates.Syntax;

/// <summary>
/// The names in what Handlebars.Net has made of a source: its expression tree holds each as a constant. Were one of them unknown to the check, a message could come
/// out with a hole after all; so such a source is refused.
/// </summary>
internal static class CompiledNames
{
    /// <returns>Null when the source compiles and has just these names.</returns>
    public static string? Fault(string source, IReadOnlySet<string> read)
    {
        var seen = new Collector();
        var environment = TemplateEngine.Create(LanguageFormat.Of("en"), "USD", encode: true, seen);
        try
        {
            environment.Compile(new StringReader(source));
        }
        catch (Exception fault) when (fault is HandlebarsException or InvalidOperationException)
        {
            return "It does not compile: " + fault.Message.Split('\n')[0].Trim();
        }

        seen.Names.SymmetricExceptWith(read);
        return seen.Names.Count == 0 ? null : $"'{seen.Names.Min()}' is written in a way that can be read as two things; write it more simply.";
    }

    private sealed class Collector : IExpressionMiddleware
    {
        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

        public Expression<T> Invoke<T>(Expression<T> expression)
            where T : Delegate
        {
            new Visitor(this).Visit(expression);
            return expression;
        }

        private sealed class Visitor(Collector collector) : ExpressionVisitor
        {
            protected override Expression VisitConstant(ConstantExpression node)
            {
                if (node.Value is PathInfo path && !Words.Functions.ContainsKey(path.Path))
                {
                    collector.Names.Add(path.Path);
                }

                return base.VisitConstant(node);
            }
        }
    }
}
