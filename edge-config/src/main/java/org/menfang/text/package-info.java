/// Texts for people: messages in Chinese and English, and guesses at what a person meant to write.
@NullMarked
package org.menfang.text;

import org.jspecify.annotations.NullMarked;
