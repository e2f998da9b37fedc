package org.menfang.hub.notify;

/// Where a way leads. All of it is secret: whoever has it can send, or call a person. It is kept
/// apart from everything else and never shown or logged.
///
/// @param target the address of a robot or service, or a telephone number
/// @param secret what requests are signed with, or a token; empty for none
/// @param template how a request of a web hook looks; empty for the usual one
public record WayAddress(String target, String secret, String template) {
    public static final int TARGET_CHARS_MAX = 500;
    public static final int SECRET_CHARS_MAX = 200;
    public static final int TEMPLATE_CHARS_MAX = 2_000;

    public WayAddress {
        if (target.length() > TARGET_CHARS_MAX
                || secret.length() > SECRET_CHARS_MAX
                || template.length() > TEMPLATE_CHARS_MAX) {
            throw new IllegalArgumentException("an address of a way is too long");
        }
    }

    /// Shows nothing of it.
    @Override
    public String toString() {
        return "WayAddress[secret]";
    }
}
