/// What the council decides, by one vote a household, and on what decision each rule in force
/// stands.
@NullMarked
package org.menfang.hub.decision;

import org.jspecify.annotations.NullMarked;
