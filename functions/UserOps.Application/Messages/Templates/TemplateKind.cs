namespace UserOps.Application.Messages.Templates;

public enum TemplateKind
{
    Message,

    /// <summary>Stands in others as <c>{{&gt; key}}</c>.</summary>
    Partial,

    /// <summary>Stands around a message's HTML and text; <c>{{{body}}}</c> is where these go.</summary>
    Layout,
}
