using Microsoft.Data.Sqlite;

namespace UserOps.LocalHost.Tests.Storage;

internal static class DatabaseFile
{
    /// <summary>SQLite finds nothing wrong with it, and every long body belongs to exactly one row.</summary>
    public static void AssertSound(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Assert.Equal("ok", Scalar(connection, "pragma integrity_check"));
        Assert.Equal(0L, Scalar(connection, "select count(*) from bodies where id not in (select body_id from rows where body_id is not null)"));
        Assert.Equal(0L, Scalar(connection, "select count(*) from rows where body_id is not null and body_id not in (select id from bodies)"));
        Assert.Equal(0L, Scalar(connection, "select count(body_id) - count(distinct body_id) from rows"));
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
