namespace UserOps.Application.Storage;

/// <summary>A document that no row holds, refused before anything is written.</summary>
public sealed class DocumentTooLargeException(string document, int storedBytes)
    : ArgumentException($"A document of type {document} takes {storedBytes} bytes in storage; a row holds at most {Documents.MaxStoredBytes}.");
