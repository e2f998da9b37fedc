/// What the Debian packages need beside the programs: their manual pages and the completion of
/// their command lines, made from the commands themselves.
@NullMarked
package org.menfang.packages;

import org.jspecify.annotations.NullMarked;
