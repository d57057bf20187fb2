using UserOps.Application.Storage;

namespace UserOps.Application.Events.Rejections;

/// <param name="Hash">base32, equal for what is the same.</param>
internal sealed record OnceRow(string Hash, Properties Properties);
