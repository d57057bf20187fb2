namespace UserOps.Functions.Tests.Azurite;

/// <summary>What becomes of a request.</summary>
internal enum Fate
{
    Answered,

    /// <summary>It never arrives; sent again, it does.</summary>
    RequestLost,

    /// <summary>It is carried out and the answer never arrives; sent again, it is carried out again.</summary>
    AnswerLost,

    /// <summary>It is turned away, the service being busy; sent again, it is not.</summary>
    Throttled,

    /// <summary>As <see cref="AnswerLost"/>, every time it is sent.</summary>
    EveryAnswerLost,

    /// <summary>As <see cref="Throttled"/>, every time it is sent.</summary>
    AlwaysThrottled,
}
