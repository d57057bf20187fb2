using System.Text;
using UserOps.Application.Segments;
using UserOps.Domain.Segments;
using static UserOps.Tests.Segments.Definitions.SegmentShelf;

namespace UserOps.Tests.Segments.Definitions;

/// <summary>What is written, published and archived, and what is refused.</summary>
public sealed class SegmentDefinitionTests
{
    private readonly World _world = new();

    [Theory]
    [InlineData("[]", "", "A segment is an object")]
    [InlineData("""{"key":"a","name":"A","kind":"dynamic","where":{"field":"trait.city","op":"is","value":"Ulm"},"wher":1}""", "/wher", "did you mean 'where'")]
    [InlineData("""{"key":"A","name":"A","kind":"static"}""", "/key", "lower-case")]
    [InlineData("""{"key":"preview","name":"A","kind":"static"}""", "/key", "something else")]
    [InlineData("""{"key":"a","kind":"static"}""", "", "'name' is missing")]
    [InlineData("""{"key":"a","name":"A","kind":"lively"}""", "/kind", "dynamic for a condition")]
    [InlineData("""{"key":"a","name":"A","kind":"dynamic"}""", "", "'where' is missing")]
    [InlineData("""{"key":"a","name":"A","kind":"static","where":{"field":"tag","op":"has","value":"x"}}""", "/where", "list of people")]
    [InlineData("""{"key":"a","name":"A","kind":"dynamic","where":{"field":"trait.city","op":"atLeast","value":"Ulm"}}""", "/where/value", "number")]
    [InlineData("""{"key":"a","name":"A","kind":"dynamic","where":{"all":[{"segment":"nowhere"}]}}""", "/where/all/0/segment", "no segment 'nowhere'")]
    [InlineData("""{"key":"a","name":"A","kind":"dynamic","where":{"not":{"segment":"a"}}}""", "/where", "a → a")]
    public async Task A_mistake_is_told_with_its_spot(string document, string at, string what)
    {
        var wrong = Assert.IsType<SegmentReading.Wrong>(await _world.Get<CheckSegment>().RunAsync(Encoding.UTF8.GetBytes(document), null, default));
        Assert.Contains(wrong.Mistakes, mistake => mistake.At == at && mistake.What.Contains(what, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_written_reads_back_to_the_same_segment()
    {
        var segment = Assert.IsType<SegmentReading.Of>(SegmentReader.Read(Encoding.UTF8.GetBytes(
            $$"""{"where":{{Ulm}},"description":"Wer in Ulm wohnt","kind":"dynamic","name":"乌尔姆","key":"ulm"}"""))).Segment;
        Assert.Equal(segment, Assert.IsType<SegmentReading.Of>(SegmentReader.Read(SegmentWriter.Write(segment))).Segment);
    }

    [Fact]
    public async Task Publishing_makes_versions_that_never_change_and_the_same_draft_makes_none()
    {
        Assert.Equal((1, true), Outcome(await _world.PublishAsync("ulm", Ulm)));
        Assert.Equal((1, false), Outcome(await _world.PublishAsync("ulm", Ulm)));
        Assert.Equal((2, true), Outcome(await _world.PublishAsync("ulm", """{"field":"trait.city","op":"is","value":"Neu-Ulm"}""")));
        var first = (await _world.Get<SegmentRows>().VersionAsync("ulm", 1, default))!.Value;
        Assert.Contains("\"Ulm\"", Encoding.UTF8.GetString(first.Document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_circle_is_refused_and_named_however_long()
    {
        await _world.PublishAsync("a", Ulm);
        await _world.PublishAsync("b", Within("a"));
        await _world.PublishAsync("c", Within("b"));
        var mistake = Assert.Single(await _world.RefusedAsync("a", $$"""{"any":[{{Ulm}},{{Within("c")}}]}"""));
        Assert.Equal("/where", mistake.At);
        Assert.Contains("a → c → b → a", mistake.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_publish_at_once_cannot_build_segments_from_each_other()
    {
        await _world.PublishAsync("a", Ulm);
        await _world.PublishAsync("b", Ulm);
        await _world.Get<SaveSegment>().RunAsync("a", Document("a", Within("b")), null, default);
        await _world.Get<SaveSegment>().RunAsync("b", Document("b", Within("a")), null, default);
        var first = true;
        _world.Store.Before = async operation =>
        {
            if (first && operation.Changes is { Count: > 2 })
            {
                first = false;
                Assert.IsType<SegmentPublished.Done>(await _world.Get<PublishSegment>().RunAsync("b", null, default));
            }
        };
        var refused = Assert.IsType<SegmentPublished.Refused>(await _world.Get<PublishSegment>().RunAsync("a", null, default));
        Assert.Contains("a → b → a", Assert.Single(refused.Mistakes).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_builds_on_a_draft_or_on_what_was_archived()
    {
        await _world.Get<SaveSegment>().RunAsync("draft", Document("draft", Ulm), null, default);
        Assert.Equal("/where/segment", Assert.Single(await _world.RefusedAsync("a", Within("draft"))).At);
        await _world.PublishAsync("draft", Ulm);
        Assert.IsType<SegmentArchived.Done>(await _world.Get<ArchiveSegment>().RunAsync("draft", default));
        Assert.Single(await _world.RefusedAsync("a", Within("draft")));
    }

    [Fact]
    public async Task Archiving_is_refused_with_the_list_of_segments_that_are_built_from_it()
    {
        await _world.PublishAsync("base", Ulm);
        await _world.PublishAsync("upper", Within("base"));
        var used = Assert.IsType<SegmentArchived.InUse>(await _world.Get<ArchiveSegment>().RunAsync("base", default));
        Assert.Equal(["upper"], used.By.Segments);
        Assert.IsType<SegmentArchived.Done>(await _world.Get<ArchiveSegment>().RunAsync("upper", default));
        Assert.IsType<SegmentArchived.Done>(await _world.Get<ArchiveSegment>().RunAsync("base", default));
        Assert.IsType<SegmentArchived.Unknown>(await _world.Get<ArchiveSegment>().RunAsync("nowhere", default));
    }

    [Fact]
    public async Task A_list_stays_a_list()
    {
        await _world.PublishAsync("vips", List("vips"));
        Assert.Equal("/kind", Assert.Single(await _world.RefusedAsync("vips", Ulm)).At);
    }

    [Fact]
    public async Task A_draft_that_somebody_else_replaced_is_neither_overwritten_nor_published()
    {
        await _world.PublishAsync("ulm", Ulm);
        Assert.IsType<SegmentSaved.Overtaken>(await _world.Get<SaveSegment>().RunAsync("ulm", Document("ulm", Ulm), "another", default));
        Assert.IsType<SegmentPublished.Overtaken>(await _world.Get<PublishSegment>().RunAsync("ulm", "another", default));
    }

    private static (int Version, bool New) Outcome(SegmentPublished.Done done) => (done.Segment.Version, done.New);
}
