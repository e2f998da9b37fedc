/// Tests of the accounts of a compound.
@NullMarked
package org.menfang.hub.money;

import org.jspecify.annotations.NullMarked;
