using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Engagement;

/// <summary>Whether somebody may be sent messages of one purpose by one channel, and whose word that is.</summary>
/// <param name="Allowed">By consent; suppression, caps and quiet hours are other questions.</param>
/// <param name="State">What the words come to; Unsaid: the workspace's default decides.</param>
/// <param name="Word">The one that decides; null: nobody said anything.</param>
public sealed record ConsentAnswer(string Channel, string Purpose, bool Allowed, ConsentState State, ConsentWordView? Word);
