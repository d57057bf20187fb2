using UserOps.Application.Messages.Templates.Syntax;

namespace UserOps.Application.Messages.Templates;

/// <summary>Finds the layout and every partial that a template leads to, as they are published now.</summary>
public sealed class GatherIncludes(TemplateRows rows)
{
    /// <summary>More are not looked for, and are then told as not published.</summary>
    private const int Most = 100;

    public async Task<TemplateBundle> RunAsync(TemplateContent content, CancellationToken cancel)
    {
        var found = new Dictionary<string, TemplateContent>(StringComparer.Ordinal);
        var open = new Queue<string>(Named(content));
        var seen = new HashSet<string>(open, StringComparer.Ordinal);
        while (found.Count < Most && open.TryDequeue(out var key))
        {
            if (await rows.FindAsync(key, cancel) is not { Template.Latest: { } latest } || await rows.VersionAsync(key, latest, cancel) is not { } published)
            {
                continue;
            }

            found[key] = published.Content;
            foreach (var next in Named(published.Content).Where(seen.Add))
            {
                open.Enqueue(next);
            }
        }

        return new() { Content = content, Includes = found };
    }

    private static HashSet<string> Named(TemplateContent content)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, source) in content.Languages.Values.Where(parts => parts is not null).SelectMany(parts => parts.All))
        {
            Collect(TemplateParser.Parse(source).Nodes, keys);
        }

        if (TemplateKey.IsValid(content.Layout))
        {
            keys.Add(content.Layout!);
        }

        return keys;
    }

    private static void Collect(IReadOnlyList<Node> nodes, HashSet<string> keys)
    {
        foreach (var node in nodes)
        {
            if (node is Node.Include include)
            {
                keys.Add(include.Key);
            }
            else if (node is Node.Section section)
            {
                Collect(section.Body, keys);
                Collect(section.Else ?? [], keys);
            }
        }
    }
}
