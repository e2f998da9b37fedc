/// QR codes as pictures: for a screen, for paper, for a terminal.
///
/// This is the only package that knows the library that makes them.
@NullMarked
package org.menfang.hub.qr;

import org.jspecify.annotations.NullMarked;
