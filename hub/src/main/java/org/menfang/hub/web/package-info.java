/// The board: pages for people and the API beneath them, over HTTP.
///
/// Nobody sees anything without signing in, except the sign-in page itself, its style, and whether
/// the hub is alive. Nothing here decides anything about a gate: pages show the {@link
/// org.menfang.hub.board.Board} and hand acts to the {@link org.menfang.hub.board.Desk}.
@NullMarked
package org.menfang.hub.web;

import org.jspecify.annotations.NullMarked;
