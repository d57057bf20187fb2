namespace UserOps.Application.Messages.Webhooks;

/// <summary>A webhook's name leads into a private network.</summary>
public sealed class PrivateAddressException() : IOException("The address is none of the public internet.");
