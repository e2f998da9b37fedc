package org.menfang.hub.print;

/// What became of a page that was to be printed.
public sealed interface Printed {
    /// A whole PDF file.
    @SuppressWarnings("ArrayRecordComponent") // A file is handed over, never compared.
    record Pdf(byte[] bytes) implements Printed {}

    /// This machine has no font with Chinese letters that a PDF file can hold.
    ///
    /// @param packageName what to install on Debian
    record NoFont(String packageName) implements Printed {}
}
