/// What is put on paper: pages as PDF files, with Chinese letters inside them.
@NullMarked
package org.menfang.hub.print;

import org.jspecify.annotations.NullMarked;
