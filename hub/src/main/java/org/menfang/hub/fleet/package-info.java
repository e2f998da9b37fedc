/// The gates as the hub knows them: which there are, which are there now, what each said last, and
/// what its uptime must be by now.
@NullMarked
package org.menfang.hub.fleet;

import org.jspecify.annotations.NullMarked;
