using System.Globalization;

namespace UserOps.LocalHost.CommandLine;

/// <summary>Figures in sentences, the same in every locale.</summary>
internal static class Text
{
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Count(long number, string what) => $"{Number(number)} {what}{(number == 1 ? "" : "s")}";

    /// <summary>What another host says, with nothing in it that a terminal would obey.</summary>
    public static string Line(string? text) => string.Concat((text ?? "").Select(c => char.IsControl(c) ? ' ' : c));
}
