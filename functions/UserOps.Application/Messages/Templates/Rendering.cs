namespace UserOps.Application.Messages.Templates;

/// <summary>How the rendering of a message ended. Only <see cref="Rendered"/> holds personal data.</summary>
public abstract record Rendering
{
    private Rendering()
    {
    }

    public sealed record Rendered(RenderedMessage Message) : Rendering;

    /// <summary>A value that the message needs is not known of this person, or is blank, or a list or group where a text is written.</summary>
    /// <param name="Name">Whole, with [] for an element of a list: <c>trait.firstName</c>, <c>event.properties.items[].name</c>.</param>
    public sealed record Missing(string Name) : Rendering;

    /// <summary>A value is there and of no use, such as a text where a date is written.</summary>
    /// <param name="What">Without the value itself.</param>
    public sealed record Unfit(string What) : Rendering;

    /// <param name="What">What is too large, and how large it may be.</param>
    public sealed record TooLarge(string What) : Rendering;

    /// <summary>No such template, or it was never published, or not in this version.</summary>
    public sealed record NotFound : Rendering;
}
