using System.Globalization;
using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Segments.Audiences;

namespace UserOps.Application.Segments.Members;

/// <summary><c>sample</c> draws so many people by a <c>seed</c>.</summary>
internal static class SampleQuery
{
    private const int SeedLength = 100;

    /// <returns>Sample: null: all.</returns>
    public static (int? Sample, string Seed, IResult? Refusal) Read(HttpRequest request)
    {
        var sample = default(int?);
        if (request.Query["sample"] is [{ } text])
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size is < 1 or > AudienceSample.Most)
            {
                return (null, "", Problem.Invalid("sample", $"A sample has 1 to {AudienceSample.Most} people."));
            }

            sample = size;
        }

        var seed = request.Query["seed"].ToString();
        return (sample, seed, seed.Length > SeedLength ? Problem.Invalid("seed", $"A seed is a text of up to {SeedLength} characters.") : null);
    }
}
