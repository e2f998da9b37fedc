/// Who stands behind the numbers of holders: the people file that only the hub reads.
///
/// This is the only package that knows the library for CSV.
@NullMarked
package org.menfang.people;

import org.jspecify.annotations.NullMarked;
