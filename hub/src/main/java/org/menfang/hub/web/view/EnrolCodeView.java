package org.menfang.hub.web.view;

/// A code that lets one gate join. It is shown this once.
public record EnrolCodeView(String compound, String gate, String code) {}
