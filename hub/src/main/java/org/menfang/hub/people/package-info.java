/// The names of those who hold credentials. Gates know only their opaque numbers.
@NullMarked
package org.menfang.hub.people;

import org.jspecify.annotations.NullMarked;
