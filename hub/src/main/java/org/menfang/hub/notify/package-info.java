/// How people are told: the ways that a team has set up, what waits to be sent, and whether each
/// way still works.
@NullMarked
package org.menfang.hub.notify;

import org.jspecify.annotations.NullMarked;
