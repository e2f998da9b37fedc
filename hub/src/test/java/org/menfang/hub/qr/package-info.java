/// Tests of QR codes, and what other tests read them with.
@NullMarked
package org.menfang.hub.qr;

import org.jspecify.annotations.NullMarked;
