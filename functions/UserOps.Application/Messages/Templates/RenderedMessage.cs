namespace UserOps.Application.Messages.Templates;

/// <summary>A message ready to go; which parts there are depends on the channel.</summary>
/// <param name="Version">Of the template; null: its draft.</param>
/// <param name="Language">The one that was chosen.</param>
public sealed record RenderedMessage(string Template, int? Version, ChannelKind Channel, string Purpose, string Language, TemplateParts Parts)
{
    /// <summary>Nothing of the parts: this text may end up in a log.</summary>
    public override string ToString() => $"{Template} {Version} {Language}";
}
