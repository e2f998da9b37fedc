/// Whom the hub trusts: its own certificate authority, the certificates that it issued, and those
/// that it took back.
///
/// This is the only package that knows the library that writes certificates.
@NullMarked
package org.menfang.hub.trust;

import org.jspecify.annotations.NullMarked;
