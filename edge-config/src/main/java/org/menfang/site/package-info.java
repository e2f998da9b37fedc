/// One compound as its site file describes it: areas, doors, access points, lamps, cameras, and the
/// pins they hang on.
///
/// These are plain records, without parsing, so that `core` may use them; {@link
/// org.menfang.site.file} reads the file.
@NullMarked
package org.menfang.site;

import org.jspecify.annotations.NullMarked;
