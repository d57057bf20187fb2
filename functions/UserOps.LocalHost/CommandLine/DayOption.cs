using System.CommandLine.Parsing;
using System.Globalization;

namespace UserOps.LocalHost.CommandLine;

internal static class DayOption
{
    /// <summary>One form in every locale.</summary>
    public static DateOnly? Parse(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        argument.AddError($"'{text}' is no day; write it as 2024-12-31.");
        return null;
    }
}
