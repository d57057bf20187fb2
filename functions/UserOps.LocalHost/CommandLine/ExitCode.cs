namespace UserOps.LocalHost.CommandLine;

/// <summary>What the process answers its caller; the README lists them.</summary>
public static class ExitCode
{
    public const int Ok = 0;

    /// <summary>It did not work; standard error says why.</summary>
    public const int Failed = 1;

    /// <summary>The command line, the settings or the file's columns are not right.</summary>
    public const int Usage = 2;

    /// <summary>Another process has the data folder.</summary>
    public const int Busy = 3;

    /// <summary>The import is done, but some rows were reported and left out.</summary>
    public const int RowsLeftOut = 4;

    /// <summary>Stopped by Ctrl-C, as shells number it.</summary>
    public const int Interrupted = 130;
}
