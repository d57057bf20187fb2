namespace UserOps.Application.Segments.Sweeps;

/// <summary>People side by side.</summary>
internal static class EachUser
{
    /// <param name="broken">Instead of one who breaks.</param>
    /// <returns>In the order of the users.</returns>
    public static Task<T[]> RunAsync<T>(IReadOnlyList<string> users, Func<string, Task<T>> one, Func<string, Task<T>> broken, CancellationToken cancel) =>
        Task.WhenAll(users.Select(async user =>
        {
            try
            {
                return await one(user);
            }
#pragma warning disable CA1031 // Whatever it is, it must not hold up everybody else.
            catch (Exception) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
            {
                return await broken(user);
            }
        }));
}
