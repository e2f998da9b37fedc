package org.menfang.cose;

/// Why bytes are not something that a known key signed.
public enum CoseFault {
    /// They, or the protected header within them, are not CBOR in its deterministic form.
    NOT_CBOR,
    /// They do not carry the tag of COSE_Sign1, which is 18.
    WRONG_TAG,
    /// They are not header, header, payload and a signature of 64 bytes.
    WRONG_SHAPE,
    /// There is a header outside the signature. Nothing is believed that nobody signed.
    UNPROTECTED_HEADER,
    /// The algorithm is another than EdDSA, or none is named.
    ALGORITHM_CHANGED,
    /// A header is marked as critical that this reader does not know.
    UNKNOWN_CRITICAL_HEADER,
    /// The protected header holds more than it should, or a value of the wrong type.
    UNEXPECTED_HEADER,
    /// Another kind of content was signed than the one that is expected.
    WRONG_CONTENT_TYPE,
    /// No known key has the identifier that is named, or none is named.
    UNKNOWN_KEY,
    /// The key did not sign this: payload, protected header or signature were changed.
    WRONG_SIGNATURE
}
