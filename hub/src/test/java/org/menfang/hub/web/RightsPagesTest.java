package org.menfang.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.decision.AuthorityBook;
import org.menfang.hub.decision.Compounds;
import org.menfang.hub.decision.DecisionBook;
import org.menfang.hub.decision.DecisionKind;
import org.menfang.hub.decision.DecisionPages;
import org.menfang.hub.decision.Decisions;
import org.menfang.hub.decision.RuleAuthority;
import org.menfang.hub.decision.RulesInForce;
import org.menfang.hub.rights.GraveBook;
import org.menfang.hub.rights.GraveCases;
import org.menfang.hub.rights.GravePages;
import org.menfang.hub.rights.RecordPages;
import org.menfang.hub.rights.Right;
import org.menfang.hub.rights.Rights;
import org.menfang.hub.rights.RightsEntry;
import org.menfang.hub.rights.Role;
import org.menfang.hub.rights.RoleDesk;
import org.menfang.hub.rights.RolePages;
import org.menfang.vocabulary.OperatorName;

/// Roles, acts of two persons and votes, on a phone, without any script.
@Timeout(300)
class RightsPagesTest {
    private static final Compounds COMPOUNDS = Compounds.only(Compound.ID);

    @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test.
    private static Chromium chromium;

    private final Rights rights = new Rights();
    private final GraveCases cases = new GraveCases();
    private final Decisions decisions = new Decisions();
    private final RulesInForce rules = new RulesInForce();
    private final Book book =
            Book.open(
                    new InMemoryBookStore(),
                    InstantSource.system(),
                    List.of(rights, cases, decisions, rules));
    private final GraveBook graves = new GraveBook(book, cases, rights);
    private final AuthorityBook authority =
            new AuthorityBook(book, rules, decisions, COMPOUNDS, _ -> {});
    private final TestBoard board =
            new TestBoard(
                    8,
                    new GravePages(graves),
                    new DecisionPages(
                            new DecisionBook(book, decisions, COMPOUNDS), authority, COMPOUNDS),
                    new RolePages(new RoleDesk(book, rights, graves)),
                    new RecordPages(book));

    @BeforeAll
    static void start() {
        chromium = new Chromium();
        PlaywrightAssertions.setDefaultAssertionTimeout(Chromium.WAIT_MILLIS);
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @AfterEach
    void close() {
        board.close();
    }

    private Page signIn(String name, Role role) {
        board.limit(name, role);
        OperatorName who = new OperatorName(name);
        book.decide(Book.CONSOLE, _ -> Verdict.write(new RightsEntry.Appointed(who, role)));
        Page page = chromium.open(Chromium.PHONE, ColorScheme.LIGHT);
        page.navigate(board.address("/sign-in?code=" + board.code(name)));
        page.locator("main button").click();
        return page;
    }

    private static void press(Page page, String text) {
        page.locator("main button").filter(new Locator.FilterOptions().setHasText(text)).click();
    }

    @Test
    void a_volunteer_is_appointed_by_two_persons() {
        Page li = signIn("李主任", Role.COMMITTEE);
        Page zhao = signIn("赵监事", Role.SUPERVISOR);
        li.navigate(board.address("/roles"));
        Looks.check(li, "roles");
        li.locator("#name").fill("陈阿姨");
        li.locator("#role").selectOption("VOLUNTEER");
        press(li, "提出任命");
        assertThat(li.locator(".notice.good")).containsText("要另一个组织的人");
        assertThat(li.locator("#act-1")).containsText("任命 陈阿姨：巡逻志愿者");
        assertThat(li.locator("#act-1")).containsText("这是你自己提出的");
        Looks.check(li, "two persons, the first");
        assertEquals(false, rights.may(new OperatorName("陈阿姨"), Right.SEE_BOARD));

        zhao.navigate(board.address("/two-persons"));
        Looks.check(zhao, "two persons, the second");
        press(zhao, "确认，现在就办");
        assertThat(zhao.locator(".notice.good")).containsText("办成了");
        assertThat(zhao.locator("#act-1")).containsText("已办成");
        Looks.check(zhao, "two persons, done");
        assertEquals(true, rights.may(new OperatorName("陈阿姨"), Right.SEE_BOARD));

        li.navigate(board.address("/roles"));
        press(li, "提出免去： 巡逻志愿者");
        assertThat(li.locator("#act-2")).containsText("免去 陈阿姨");
        zhao.navigate(board.address("/two-persons"));
        zhao.locator("#reason-2").fill("她做得很好");
        press(zhao, "不同意");
        assertThat(zhao.locator("#act-2")).containsText("她做得很好");
        assertEquals(true, rights.may(new OperatorName("陈阿姨"), Right.SEE_BOARD));
        zhao.navigate(board.address("/records"));
        assertThat(zhao.locator("main")).containsText("李主任");
        Looks.check(zhao, "records");
    }

    @Test
    void the_council_decides_by_one_vote_a_household_and_a_rule_shows_it() {
        authority.putInForce(
                new RuleAuthority.NewRule(
                        Compound.ID, "night", DecisionKind.CURFEW, "夜里十二点后不出门", null),
                new OperatorName("李主任"),
                new OperatorName("赵监事"));
        Page wang = signIn("王议长", Role.COUNCIL);
        wang.navigate(board.address("/decisions"));
        Looks.check(wang, "decisions");
        assertThat(wang.locator("main")).containsText("还没有议事会的决定");
        wang.locator("#kind").selectOption("CURFEW");
        wang.locator("#text").fill("夜里十二点后不出门");
        wang.locator("#households").fill("6");
        wang.locator("#quorum").fill("4");
        press(wang, "开始表决");
        wang.locator(".card a").filter(new Locator.FilterOptions().setHasText("查看")).click();
        wang.locator("#households").fill("3-201，3-202 3-301");
        press(wang, "同意");
        wang.locator("#households").fill("3-201");
        press(wang, "反对");
        assertThat(wang.locator(".notice.bad")).containsText("已经投过票");
        wang.locator("#households").fill("4-101");
        press(wang, "反对");
        Looks.check(wang, "one decision");
        press(wang, "结束，写下结果");
        assertThat(wang.locator("main .sign.good")).containsText("通过");
        Looks.check(wang, "one decision, closed");

        wang.navigate(board.address("/decisions"));
        wang.locator("#decision-xinghua-night").fill("1");
        press(wang, "写上这个决定");
        assertThat(wang.locator("main article").first()).containsText("编号 1");
        assertThat(wang.locator("main article").first()).containsText("李主任");
        assertThat(wang.locator("main article").first()).containsText("赵监事");
    }
}
