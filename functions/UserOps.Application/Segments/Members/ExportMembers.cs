using System.Globalization;
using System.Text;
using CsvHelper;
using UserOps.Application.Users;

namespace UserOps.Application.Segments.Members;

/// <summary>Writes members as CSV (RFC 4180, UTF-8) with a column <c>user</c>, a page of users at a time: the file can be sent to start a journey or to make a list.</summary>
public sealed class ExportMembers(FindMembers find, IUserDirectory directory)
{
    private const int Page = 1_000;

    public async Task RunAsync(MembersQuery query, Stream stream, CancellationToken cancel)
    {
        await using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 64 * 1024, leaveOpen: true);
        await using var csv = new CsvWriter(text, CultureInfo.InvariantCulture, leaveOpen: true);
        csv.WriteField("user");
        csv.WriteField("key");
        await csv.NextRecordAsync();
        await foreach (var page in (await find.RunAsync(query, cancel)).Chunk(Page).WithCancellation(cancel))
        {
            foreach (var (id, key) in (await directory.DisplayIdsAsync(page, cancel)).Zip(page))
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
}
