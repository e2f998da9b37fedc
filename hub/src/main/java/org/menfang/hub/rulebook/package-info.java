/// The rules in force: what each compound and gate obeys, since when and on whose word, and how a
/// rules file is put in force by two persons.
@NullMarked
package org.menfang.hub.rulebook;

import org.jspecify.annotations.NullMarked;
