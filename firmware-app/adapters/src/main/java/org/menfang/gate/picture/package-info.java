/// Pictures: one watched source per camera, stills made of its frames, a folder that keeps them
/// within bounds, and the way to the hub that takes them from there.
@NullMarked
package org.menfang.gate.picture;

import org.jspecify.annotations.NullMarked;
