/// Keys and certificates: as text in files that nobody else may read, and as the platform's TLS
/// wants them.
@NullMarked
package org.menfang.tls;

import org.jspecify.annotations.NullMarked;
