using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace UserOps.Application.Scoring.Model;

/// <summary>How well the purchases model foretells: plain HTML with a drawn curve, without scripts or anything from elsewhere. All values are encoded.</summary>
internal static class ModelPage
{
    private const string Style = """
        :root { color-scheme: light dark; --quiet: light-dark(#667085, #98a2b3); --came: light-dark(#175cd3, #84caff); --expected: light-dark(#b54708, #fdb022); }
        body { margin: 0 auto; max-width: 52rem; padding: 2rem 1.25rem; font: 1rem/1.55 system-ui, sans-serif; background: light-dark(#fff, #101318); }
        h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; }
        svg { width: 100%; height: auto; font-size: 13px; }
        svg text { fill: currentColor; }
        .axis { stroke: var(--quiet); fill: none; }
        .came { stroke: var(--came); stroke-width: 2; fill: none; }
        .expected { stroke: var(--expected); stroke-width: 2; stroke-dasharray: 6 4; fill: none; }
        table { border-collapse: collapse; }
        th, td { text-align: left; padding: .2rem 1.5rem .2rem 0; font-weight: 400; }
        th, .quiet { color: var(--quiet); }
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly string StyleHash = "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    public static IResult Answer(HttpRequest request, ModelView model)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = $"default-src 'none'; style-src '{StyleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return Results.Content(Write(model), "text/html; charset=utf-8");
    }

    private static string Write(ModelView model) =>
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><meta name=\"robots\" content=\"noindex\">"
        + $"<title>Purchases expected and come</title><style>{Style}</style></head><body><main><h1>Purchases expected and come, as of {Day(model.AsOf)}</h1>"
        + $"{Check(model)}<h2>Parameters</h2><table>{Purchases(model.BgNbd)}{Values(model)}</table></main></body></html>";

    private static string Check(ModelView model)
    {
        if (model.HoldOut is not { } check)
        {
            return $"<p>{Safe(model.BgNbd.Reason ?? "The observed time is too short for a check against what came.")}</p>";
        }

        if (check is not { Expected: { } expected })
        {
            return $"<p>No check as of {Day(check.CalibrationEnd)}. {Safe(check.BgNbd.Reason ?? "")}</p>";
        }

        var off = check.OffPercent is { } percent
            ? percent < 0 ? $", {-percent:0.#} % fewer than came" : $", {percent:0.#} % more than came"
            : "";
        var shortfall = expected < check.Actual
            ? "<p>That a fit expects less than comes is a known shortfall of this model in a hold-out: it knows no seasons and no campaigns, and takes everybody who is silent for long to be gone.</p>"
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<p>Fitted on what was known on {Day(check.CalibrationEnd)}, the model expects <b>{expected:N0}</b> repeat purchase days of the same customers in the {check.Weeks:0.#} weeks after it; <b>{check.Actual:N0}</b> came{off}.</p>")
            + shortfall + CurveDrawing.Of(check);
    }

    private static string Purchases(BgNbdView fit) => fit is { R: { } r, Alpha: { } alpha, A: { } a, B: { } b, LogLikelihood: { } likelihood }
        ? Row("BG/NBD (weeks)", string.Create(CultureInfo.InvariantCulture, $"r {r:0.###} · α {alpha:0.###} · a {a:0.###} · b {b:0.###} · log-likelihood {likelihood:0.0} · {fit.Customers:N0} customers"))
        : Row("BG/NBD", fit.Reason ?? "");

    private static string Values(ModelView model) => model.GammaGamma is { P: { } p, Q: { } q, V: { } v } fit
        ? Row("Gamma-Gamma", string.Create(CultureInfo.InvariantCulture, $"p {p:0.##} · q {q:0.##} · v {v:0.##} {model.Currency} · {fit.Customers:N0} repeat buyers"))
        : Row("Gamma-Gamma", model.GammaGamma.Reason ?? "");

    private static string Row(string name, string value) => $"<tr><th scope=\"row\">{Safe(name)}</th><td>{Safe(value)}</td></tr>";

    private static string Day(DateOnly day) => RunRows.Text(day);

    private static string Safe(string text) => Encoder.Encode(text);
}
