using System.Runtime.InteropServices;

namespace UserOps.LocalHost.CommandLine;

/// <summary>The first Ctrl-C (or SIGTERM) asks the command to stop at a good place, the second ends the process; both leave the data whole.</summary>
public sealed class Interrupts : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;

    public Interrupts()
    {
        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop)];
    }

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        Array.ForEach(_registrations, registration => registration.Dispose());
        _stop.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        // Left alone, the second signal does what the system does with it: it ends the process.
        signal.Cancel = !_stop.IsCancellationRequested;
        _stop.Cancel();
    }
}
