/// Looks at the packages as a build makes them, and tries them in a Debian tree.
@NullMarked
package org.menfang.packages;

import org.jspecify.annotations.NullMarked;
