/// JSON and YAML text: read within bounds, written in one canonical form, checked against a JSON
/// Schema.
///
/// This is the only package that knows the libraries for it.
@NullMarked
package org.menfang.json;

import org.jspecify.annotations.NullMarked;
