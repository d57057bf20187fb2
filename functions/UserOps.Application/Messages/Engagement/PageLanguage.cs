using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using UserOps.Application.Messages.Templates;
using UserOps.Domain.Messages;
using UserOps.Domain.Users;

namespace UserOps.Application.Messages.Engagement;

/// <summary>Which of the pages' two languages somebody reads: what is known of the person, else what the browser asks for, else English.</summary>
internal static class PageLanguage
{
    public const string English = "en";
    public const string Chinese = "zh";

    private static readonly string[] Offered = [English, Chinese];

    /// <returns>Null: not known.</returns>
    public static string? Of(Profile profile) =>
        PersonLanguage.Told(profile).Select(told => LanguageTags.Choose(told, Offered)).FirstOrDefault(language => language is not null);

    public static string Of(HttpRequest request, string? known = null) =>
        known
        ?? AcceptedBy(request).Select(tag => LanguageTags.Choose(tag, Offered)).FirstOrDefault(language => language is not null)
        ?? English;

    private static IEnumerable<string> AcceptedBy(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList([.. request.Headers.AcceptLanguage.Select(value => value ?? "")], out var accepted)
            ? accepted.Where(value => value.Quality is null or > 0).OrderByDescending(value => value.Quality ?? 1).Select(value => value.Value.ToString())
            : [];
}
