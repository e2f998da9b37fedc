package org.menfang.hub.web.view;

/// What went wrong and what to do next, as problem details of RFC 9457, with the Chinese words
/// beside the English ones.
///
/// @param code the same as `type` in short, for programs
public record ProblemView(
        String type, String title, int status, String detail, String code, Words zh) {
    public record Words(String title, String detail) {}
}
