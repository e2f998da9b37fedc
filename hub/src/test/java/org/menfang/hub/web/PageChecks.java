package org.menfang.hub.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/// Whether elders can read and touch a page: WCAG 2.2 AA by axe, and the sizes of text and targets.
final class PageChecks {
    private static final List<String> WCAG_22_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final String TOO_SMALL_TEXT =
            """
            () => {
                const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                const small = [];
                for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                    const parent = node.parentElement;
                    if (!node.data.trim() || !parent.getClientRects().length) continue;
                    const size = parseFloat(getComputedStyle(parent).fontSize);
                    if (size < 20) small.push(node.data.trim() + " " + size);
                }
                return small;
            }
            """;

    private static final String TOO_SMALL_TO_TOUCH =
            """
            () => [...document.querySelectorAll(
                    "a, button, select, textarea, summary, input:not([type=hidden])")]
                .filter(each => each.getClientRects().length)
                .map(each => [each, each.getBoundingClientRect()])
                .filter(([, box]) => box.width < 60 || box.height < 60)
                .map(([each, box]) => `${each.outerHTML} ${box.width}x${box.height}`)
            """;

    private static final String TOO_WIDE =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private PageChecks() {}

    static void check(Page page, String what) {
        List<String> violations =
                new AxeBuilder(page)
                        .withTags(WCAG_22_AA).analyze().getViolations().stream()
                                .map(rule -> rule.getId() + ": " + rule.getNodes())
                                .toList();
        assertEquals(List.of(), violations, what);
        assertEquals(List.of(), page.evaluate(TOO_SMALL_TEXT), what);
        assertEquals(List.of(), page.evaluate(TOO_SMALL_TO_TOUCH), what);
        assertEquals(0, page.evaluate(TOO_WIDE), what + " scrolls sideways");
    }
}
