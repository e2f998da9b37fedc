/// What the committee decides and a gate obeys: holders, credentials, access profiles and
/// schedules, as one versioned set.
@NullMarked
package org.menfang.rules;

import org.jspecify.annotations.NullMarked;
