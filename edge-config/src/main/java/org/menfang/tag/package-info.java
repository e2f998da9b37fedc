/// Cards that prove themselves: the link which an NTAG 424 DNA writes anew at each tap (its "secure
/// unique NFC" message), read, verified and made.
///
/// What is not signed is not believed: only the number of the tag and its counter come out of a
/// link. Whether the counter is new is the caller's business, since it has to remember.
@NullMarked
package org.menfang.tag;

import org.jspecify.annotations.NullMarked;
