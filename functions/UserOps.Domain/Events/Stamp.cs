namespace UserOps.Domain.Events;

/// <summary>When something was said and by which event: a total order, the same for every order of arrival.</summary>
public readonly record struct Stamp(DateTimeOffset At, string By) : IComparable<Stamp>
{
    public static Stamp Of(UserEvent said) => new(said.OccurredAt, said.Id.Value);

    public int CompareTo(Stamp other) => At != other.At ? At.CompareTo(other.At) : string.CompareOrdinal(By, other.By);

    public bool IsAfter(Stamp other) => CompareTo(other) > 0;
}
