namespace UserOps.Application.Settings;

/// <param name="Trusted">Kind <c>server</c>: kept secret, so its e-mail addresses and aliases are believed. Kind <c>browser</c>: anybody can read it off a page.</param>
public sealed record WriteKeySettings(string Key, bool Trusted);
