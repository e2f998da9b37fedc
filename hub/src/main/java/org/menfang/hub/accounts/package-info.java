/// Who may see the board: accounts, passwords, sessions, and the limits on guessing.
@NullMarked
package org.menfang.hub.accounts;

import org.jspecify.annotations.NullMarked;
