/// The rules of the house, read off the sources and the classes of every module.
@NullMarked
package org.menfang.house;

import org.jspecify.annotations.NullMarked;
