/// Who is on duty when, and how one shift hands over to the next.
@NullMarked
package org.menfang.hub.roster;

import org.jspecify.annotations.NullMarked;
