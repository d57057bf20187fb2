using System.Globalization;
using System.Text;
using CsvHelper;
using UserOps.Application.Users;

namespace UserOps.Application.Segments.Members;

/// <summary>Writes people as CSV (RFC 4180, UTF-8) with columns <c>user</c> and <c>key</c>, a page of users at a time: the file can be sent to start a journey or to make a list.</summary>
public sealed class ExportMembers(FindMembers members, IUserDirectory directory, FindUser find)
{
    private const int Page = 1_000;
    private const int Together = 32;

    public async Task RunAsync(MembersQuery query, Stream stream, CancellationToken cancel) => await WriteAsync(await members.RunAsync(query, cancel), directory.DisplayIdsAsync, stream, cancel);

    /// <summary>People as they were once: who has become another user since is called what that one is called, beside the key of then.</summary>
    public Task FormerAsync(IAsyncEnumerable<string> users, Stream stream, CancellationToken cancel) => WriteAsync(users, CurrentIdsAsync, stream, cancel);

    private static async Task WriteAsync(
        IAsyncEnumerable<string> users, Func<IReadOnlyList<string>, CancellationToken, Task<IReadOnlyList<string?>>> idsOf, Stream stream, CancellationToken cancel)
    {
        await using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 64 * 1024, leaveOpen: true);
        await using var csv = new CsvWriter(text, CultureInfo.InvariantCulture, leaveOpen: true);
        csv.WriteField("user");
        csv.WriteField("key");
        await csv.NextRecordAsync();
        await foreach (var page in users.Chunk(Page).WithCancellation(cancel))
        {
            foreach (var (id, key) in (await idsOf(page, cancel)).Zip(page))
            {
                // Without a profile the user has been merged or erased since, and belongs in no file.
                if (id is not null)
                {
                    csv.WriteField(id);
                    csv.WriteField(key);
                    await csv.NextRecordAsync();
                }
            }

            await csv.FlushAsync();
        }

        await csv.FlushAsync();
        await text.FlushAsync(cancel);
    }

    private async Task<IReadOnlyList<string?>> CurrentIdsAsync(IReadOnlyList<string> keys, CancellationToken cancel)
    {
        var ids = new List<string?>(keys.Count);
        foreach (var some in keys.Chunk(Together))
        {
            var found = await Task.WhenAll(some.Select(key => find.RunAsync(key, cancel)));
            ids.AddRange(found.Select(user => (user.Holder as Holder.Here)?.Profile.DisplayId?.Value));
        }

        return ids;
    }
}
