/// Those who hold credentials: their names, which gates do not know, and what the committee changes
/// about them. Every change makes the next rule set from the newest one.
@NullMarked
package org.menfang.hub.people;

import org.jspecify.annotations.NullMarked;
