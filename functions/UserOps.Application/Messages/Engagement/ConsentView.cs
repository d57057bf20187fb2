namespace UserOps.Application.Messages.Engagement;

/// <param name="Answers">By purpose and channel.</param>
/// <param name="Words">All that is kept: of each voice the last about each channel and purpose.</param>
public sealed record ConsentView(IReadOnlyList<ConsentAnswer> Answers, IReadOnlyList<ConsentWordView> Words);
