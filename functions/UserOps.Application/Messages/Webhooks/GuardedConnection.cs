using System.Net;
using System.Net.Sockets;

namespace UserOps.Application.Messages.Webhooks;

/// <summary>Connects to what a name leads to only where that is public. The check is of the very address that is connected to, so no second look-up can lead elsewhere.</summary>
internal static class GuardedConnection
{
    /// <exception cref="PrivateAddressException">The name leads to no public address.</exception>
    public static async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancel);
        var open = Array.FindAll(addresses, PublicAddress.Is);
        if (open.Length == 0)
        {
            throw new PrivateAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
