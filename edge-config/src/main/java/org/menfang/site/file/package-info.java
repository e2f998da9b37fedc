/// Reads a site file: checks all of it, names every fault with its line, and keeps the last good
/// one.
@NullMarked
package org.menfang.site.file;

import org.jspecify.annotations.NullMarked;
