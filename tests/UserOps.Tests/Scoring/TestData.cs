namespace UserOps.Tests.Scoring;

public static class TestData
{
    public static string PathOf(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "UserOps.Functions.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "tests", "data", file);
    }

    /// <summary>Rows as field lists, without the header.</summary>
    public static IReadOnlyList<string[]> Csv(string file)
    {
        using var reader = new StreamReader(PathOf(file));
        return Csv(reader);
    }

    public static IReadOnlyList<string[]> Csv(TextReader reader)
    {
        using var parser = new CsvHelper.CsvParser(reader, System.Globalization.CultureInfo.InvariantCulture);
        var rows = new List<string[]>();
        while (parser.Read())
        {
            rows.Add(parser.Record!);
        }

        return rows[1..];
    }
}
