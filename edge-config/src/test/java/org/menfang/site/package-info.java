/// Tests of what a site file describes.
@NullMarked
package org.menfang.site;

import org.jspecify.annotations.NullMarked;
