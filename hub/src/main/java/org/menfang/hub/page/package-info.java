/// What a page is made from: a visit comes in, a reply goes out. Nothing here knows HTTP, so that
/// each area can make its own pages and test them without a server.
@NullMarked
package org.menfang.hub.page;

import org.jspecify.annotations.NullMarked;
