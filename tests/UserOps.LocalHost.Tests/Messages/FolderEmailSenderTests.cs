using System.Text;
using System.Text.Json;
using UserOps.Application.Messages;
using UserOps.LocalHost.Messages;
using UserOps.Tests;

namespace UserOps.LocalHost.Tests.Messages;

public sealed class FolderEmailSenderTests : IDisposable
{
    private readonly MailBox _box = new();

    [NodeFact(NodeScript.Folder)]
    public async Task A_standard_parser_reads_what_was_sent()
    {
        await _box.SendAsync();

        var mail = JsonDocument.Parse(await NodeScript.RunAsync("mail.mjs", _box.Folder.PathOf(MailBox.Name))).RootElement;

        string Read(string name) => mail.GetProperty(name).GetString()!;
        Assert.Equal(MailBox.Subject, Read("subject"));
        Assert.Equal(("news@shop.example", "ada@example.com", "care@shop.example"), (Read("from"), Read("to"), Read("replyTo")));
        Assert.Equal("2026-01-05T09:00:00.000Z", Read("date"));
        Assert.Equal($"<{MailBox.Name}@userops.localhost>", Read("messageId"));
        Assert.Equal(MailBox.Text.ReplaceLineEndings("\n"), Read("text").ReplaceLineEndings("\n"));
        Assert.Equal(MailBox.Html, Read("html"));
        Assert.Equal(0, mail.GetProperty("attachments").GetInt32());
        var headers = mail.GetProperty("headers");
        Assert.Equal($"List-Unsubscribe: <https://shop.example/u/{new string('a', 300)}>", headers.GetProperty("list-unsubscribe").GetString());
        Assert.Equal("List-Unsubscribe-Post: List-Unsubscribe=One-Click", headers.GetProperty("list-unsubscribe-post").GetString());
        Assert.Contains("multipart/alternative", headers.GetProperty("content-type").GetString(), StringComparison.Ordinal);
        Assert.False(headers.TryGetProperty("x-receiver", out _));
    }

    [Fact]
    public async Task The_file_keeps_to_the_form_of_mail()
    {
        await _box.SendAsync();

        var bytes = File.ReadAllBytes(_box.Folder.PathOf(MailBox.Name));
        Assert.All(bytes, b => Assert.InRange(b, (byte)0, (byte)127));
        var text = Encoding.ASCII.GetString(bytes);
        Assert.Equal(text.ReplaceLineEndings("\r\n"), text);
        Assert.All(text.Split("\r\n"), line =>
        {
            Assert.InRange(line.Length, 0, 998);
            Assert.False(line.StartsWith('.'));
        });
        Assert.Contains("\r\nDate: Mon, 05 Jan 2026 09:00:00 +0000\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_viewer_reads_what_was_sent()
    {
        await _box.SendAsync();

        var mail = MailFile.Read(_box.Folder.PathOf(MailBox.Name));

        Assert.Equal((MailBox.Subject, "欢迎", "ada@example.com"), (mail["Subject"], mail["X-Campaign"], mail["To"]));
        Assert.Equal((MailBox.Text.ReplaceLineEndings("\n"), MailBox.Html), (mail.Text!.ReplaceLineEndings("\n"), mail.Html));
    }

    [Fact]
    public async Task The_same_operation_is_the_same_file()
    {
        var first = await _box.SendAsync();
        var written = File.ReadAllBytes(_box.Folder.PathOf(MailBox.Name));
        _box.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(first, await _box.SendAsync(MailBox.Message() with { Subject = "Another" }));
        Assert.Equal(written, File.ReadAllBytes(_box.Folder.PathOf(MailBox.Name)));
        Assert.Equal(MailBox.Operation.ToString(), Assert.IsType<EmailOutcome.Accepted>(first).ProviderId);
        Assert.Single(Directory.GetFiles(_box.Folder.Folder));
    }

    [Fact]
    public async Task Senders_at_once_leave_one_whole_file()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _box.SendAsync())));

        Assert.All(outcomes, outcome => Assert.IsType<EmailOutcome.Accepted>(outcome));
        Assert.EndsWith(MailBox.Name + ".eml", Assert.Single(Directory.GetFiles(_box.Folder.Folder)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_later_the_file_answers()
    {
        Assert.Equal(new EmailStanding.NotAccepted(), await _box.Sender.AskAsync(MailBox.Operation, default, default));

        // As a process leaves it that was killed before the renaming.
        Directory.CreateDirectory(_box.Folder.Folder);
        await File.WriteAllTextAsync(Path.Combine(_box.Folder.Folder, MailBox.Name + ".0123.new"), "half");
        Assert.Equal(new EmailStanding.NotAccepted(), await _box.Sender.AskAsync(MailBox.Operation, default, default));

        await _box.SendAsync();
        Assert.Equal(new EmailStanding.Accepted(MailBox.Operation.ToString()), await _box.Sender.AskAsync(MailBox.Operation, default, default));
        Assert.Single(_box.Folder.List());
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("a@b@example.com")]
    [InlineData("björn@example.com")]
    [InlineData("a..b@example.com")]
    [InlineData(".a@example.com")]
    public async Task An_address_that_cannot_be_written_to_is_refused_for_good(string to)
    {
        var outcome = await _box.SendAsync(MailBox.Message(to));

        Assert.Equal(new EmailOutcome.Refused(EmailLimits.RecipientInvalid, Permanent: true), outcome);
        Assert.Empty(_box.Folder.List());
    }

    [Fact]
    public async Task A_line_break_in_a_subject_and_a_header_beyond_a_line_are_refused()
    {
        Assert.Equal(EmailLimits.SubjectInvalid, Assert.IsType<EmailOutcome.Refused>(await _box.SendAsync(MailBox.Message() with { Subject = "a\r\nBcc: b@example.com" })).Code);
        Assert.Equal(
            EmailLimits.HeaderInvalid,
            Assert.IsType<EmailOutcome.Refused>(await _box.SendAsync(MailBox.Message() with { Headers = new Dictionary<string, string> { ["X-Long"] = new('x', 990) } })).Code);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_a_provider_that_is_not_reached()
    {
        await File.WriteAllTextAsync(_box.Folder.Folder, "in the way");

        Assert.IsType<EmailOutcome.Unreached>(await _box.SendAsync());
    }

    [Fact]
    public async Task The_newest_comes_first_by_the_clock_of_the_host()
    {
        foreach (var number in Enumerable.Range(1, 3))
        {
            await _box.SendAsync(operation: new Guid(4 - number, 0, 0, new byte[8]));
            _box.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(["00000001", "00000002", "00000003"], _box.Folder.List().Select(mail => mail.Name[..8]));
        Assert.Equal(new DateTimeOffset(2026, 1, 7, 9, 0, 0, TimeSpan.Zero), _box.Folder.List()[0].SentAt);
    }

    public void Dispose() => _box.Dispose();
}
