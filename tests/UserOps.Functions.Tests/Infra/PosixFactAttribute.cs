namespace UserOps.Functions.Tests.Infra;

/// <summary>A test that runs a script of <c>/bin/sh</c>; Windows has its own.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PosixFactAttribute : FactAttribute
{
    public PosixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Needs /bin/sh.";
        }
    }
}
