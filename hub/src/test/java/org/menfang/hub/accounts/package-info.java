/// Tests of signing in, and the contract that every store of accounts keeps.
@NullMarked
package org.menfang.hub.accounts;

import org.jspecify.annotations.NullMarked;
