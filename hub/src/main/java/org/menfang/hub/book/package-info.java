/// The hub's own log: what people at the hub did, line after line, each chained to the one before
/// it. All that people decide and do here (rights, rosters, rounds, repairs, incidents, accounts)
/// is made from these lines and from nothing else. They are added to and never changed.
@NullMarked
package org.menfang.hub.book;

import org.jspecify.annotations.NullMarked;
