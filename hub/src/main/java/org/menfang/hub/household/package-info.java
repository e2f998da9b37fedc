/// What a household sees of itself and does for its visitors: a link from the committee is enough,
/// and a volunteer does the same for those without a phone.
@NullMarked
package org.menfang.hub.household;

import org.jspecify.annotations.NullMarked;
