using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using UserOps.Application.Http;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Engagement;

/// <summary>What the preference page sends: <c>was</c> and <c>off</c> for each line as it was shown, <c>on</c> for each that is ticked, or <c>refuse=all</c>.</summary>
internal sealed record PreferenceForm(IReadOnlyDictionary<string, StringValues> Fields)
{
    public bool RefusesAll => Fields.TryGetValue(LinkPages.RefuseField, out var refuse) && refuse == "all";

    public static async Task<PreferenceForm> ReadAsync(HttpRequest request)
    {
        using var body = await Body.ReadAsync(request);
        return new(QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Span)));
    }

    /// <summary>Lines that were changed by hand; what was shown otherwise than it is now and was left alone is no word of the person's.</summary>
    /// <param name="lines">That the page has. Others are not taken.</param>
    public IReadOnlyList<ConsentWord> Words(IReadOnlyList<Preference> lines)
    {
        if (RefusesAll)
        {
            return
            [
                .. lines.Select(line => line.Purpose).Distinct().Where(purpose => purpose != MessageNames.Transactional)
                    .Select(purpose => ConsentWord.Refusal(ConsentSlot.All, purpose)),
            ];
        }

        var (shownOn, shownOff, ticks) = (Slots(LinkPages.WasField), Slots(LinkPages.OffField), Slots(LinkPages.OnField));
        return
        [
            .. from line in lines
               let slot = $"{line.Channel}.{line.Purpose}"
               let ticked = ticks.Contains(slot)
               where ticked ? shownOff.Contains(slot) : shownOn.Contains(slot)
               select new ConsentWord(new(line.Channel, line.Purpose), ticked),
        ];
    }

    private HashSet<string> Slots(string field) => Fields.TryGetValue(field, out var values) ? [.. values.OfType<string>()] : [];
}
