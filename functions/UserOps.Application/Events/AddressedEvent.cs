using UserOps.Domain.Events;

namespace UserOps.Application.Events;

/// <param name="UserKey">Partition of the user it is about; a user that has since been merged is followed.</param>
public sealed record AddressedEvent(string UserKey, UserEvent Event);
