namespace UserOps.Application.Events.Reading;

/// <summary>The first thing found wrong with one event while it is mapped; the readers below note it here and go on with nothing.</summary>
internal sealed class Fault
{
    public string? Field { get; private set; }

    public string Reason { get; private set; } = "";

    public bool Found => Field is not null;

    /// <summary>The field as seen from the body; an event that is wrong as a whole has an empty field of its own.</summary>
    public string Path(string eventPath) =>
        string.IsNullOrEmpty(Field) ? eventPath : eventPath == "body" ? Field : $"{eventPath}.{Field}";

    public void Note(string field, string reason)
    {
        if (Field is null)
        {
            Field = field;
            Reason = reason;
        }
    }
}
