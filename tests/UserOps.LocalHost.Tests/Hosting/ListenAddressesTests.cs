using UserOps.LocalHost.Hosting;

namespace UserOps.LocalHost.Tests.Hosting;

public class ListenAddressesTests
{
    [Theory]
    [InlineData("http://127.0.0.1:7071", true)]
    [InlineData("http://localhost:0", true)]
    [InlineData("http://[::1]:7071", true)]
    [InlineData("http://127.0.0.1:1;http://[::1]:1", true)]
    [InlineData("http://0.0.0.0:7071", false)]
    [InlineData("http://*:7071", false)]
    [InlineData("http://+:7071", false)]
    [InlineData("http://[::]:7071", false)]
    [InlineData("http://192.168.1.5:7071", false)]
    [InlineData("http://shop.example:7071", false)]
    [InlineData("http://localhost.example:7071", false)]
    [InlineData("http://127.0.0.1:1;http://0.0.0.0:1", false)]
    public void Only_this_machine_reaches_loopback_addresses(string urls, bool loopback)
    {
        Assert.Equal(loopback, ListenAddresses.Parse(urls)!.LoopbackOnly);
    }

    [Theory]
    [InlineData("")]
    [InlineData(";")]
    [InlineData("7071")]
    [InlineData("https://127.0.0.1:7071")]
    [InlineData("http://127.0.0.1:65536")]
    [InlineData("http://unix:/tmp/x.sock")]
    [InlineData("http://127.0.0.1:7071/base")]
    public void What_is_no_address_to_listen_on_is_told_apart(string urls) => Assert.Null(ListenAddresses.Parse(urls));
}
