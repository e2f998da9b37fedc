/// What the pages are told, as records whose JSON form the API file describes.
@NullMarked
package org.menfang.hub.web.view;

import org.jspecify.annotations.NullMarked;
