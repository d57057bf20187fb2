namespace UserOps.Application.Http;

/// <summary>Raised while a body is read past its route's limit; <see cref="Gate"/> answers 413.</summary>
public sealed class BodyTooLargeException(int limit) : IOException($"The body is larger than {limit} bytes.")
{
    public int Limit { get; } = limit;
}
