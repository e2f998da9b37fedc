/// The words that gate and hub share: ids, each a record of its own, and closed vocabularies, each
/// an enum.
///
/// Nothing here parses, and nothing here needs a library: `core` may use all of it.
@NullMarked
package org.menfang.vocabulary;

import org.jspecify.annotations.NullMarked;
