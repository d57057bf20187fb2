namespace UserOps.Application.Messages.Engagement;

/// <summary>One line of the preference page.</summary>
/// <param name="On">Messages of this kind may be sent.</param>
public sealed record Preference(string Channel, string Purpose, bool On);
