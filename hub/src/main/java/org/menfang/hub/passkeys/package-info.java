/// What passkeys say and whether their signatures are right. Only this package knows the library
/// that checks them.
@NullMarked
package org.menfang.hub.passkeys;

import org.jspecify.annotations.NullMarked;
