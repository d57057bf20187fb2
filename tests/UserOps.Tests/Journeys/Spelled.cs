using System.Collections;
using System.Text.Json;
using UserOps.Domain.Journeys;

namespace UserOps.Tests.Journeys;

/// <summary>Records with lists in them, spelled out to the last property, so that equal means equal all the way down.</summary>
internal static class Spelled
{
    public static string Out(object? value) => value switch
    {
        null => "null",
        JsonElement json => json.GetRawText(),
        string text => $"'{text}'",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Out))}]",
        _ when value.GetType().Namespace!.StartsWith(typeof(Step).Assembly.GetName().Name!, StringComparison.Ordinal) =>
            $"{value.GetType().Name}({string.Join(", ", value.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0).Select(p => $"{p.Name}={Out(p.GetValue(value))}"))})",
        _ => value.ToString()!,
    };
}
