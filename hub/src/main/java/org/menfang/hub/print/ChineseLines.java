package org.menfang.hub.print;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/// Where a line may end: in Chinese between almost any two letters, elsewhere between words.
final class ChineseLines implements FSTextBreaker {
    private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.CHINESE);

    @Override
    public void setText(String text) {
        breaks.setText(text);
    }

    @Override
    public int next() {
        return breaks.next();
    }
}
