package org.menfang.site.file;

import org.menfang.json.TextPlace;

/// A value and where it stands in the file.
record Placed<T>(TextPlace place, T value) {}
