/// Tests of the board: its server over plain HTTP, and its pages in a real browser.
@NullMarked
package org.menfang.hub.web;

import org.jspecify.annotations.NullMarked;
