package org.menfang.hub.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.repair.NewRepair.MeasuredFault;
import org.menfang.hub.repair.RepairEntry.PictureTime;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.LampId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

class RepairBookTest {
    private static final CompoundId COMPOUND = new CompoundId("xinghua");
    private static final OperatorName LI = new OperatorName("李大姐");
    private static final OperatorName WANG = new OperatorName("王师傅");
    private static final OperatorName ZHAO = new OperatorName("赵主任");
    private static final List<OperatorName> PEOPLE = List.of(LI, WANG, ZHAO);
    private static final MeasuredFault DEAD_LAMP =
            new MeasuredFault(
                    new GateId("east"), AlarmKind.LAMP_DEAD, AlarmSource.of(new LampId("lamp-1")));

    private final InMemoryBookStore store = new InMemoryBookStore();
    private Instant now = Instant.parse("2026-11-22T00:00:00Z");
    private RepairBook repairs = open();

    private RepairBook open() {
        Repairs chapter = new Repairs();
        return new RepairBook(Book.open(store, () -> now, List.of(chapter)), chapter);
    }

    private NewRepair fence(String what) {
        return new NewRepair(COMPOUND, "三号楼后面", what, null, now);
    }

    private NewRepair lamp() {
        return new NewRepair(COMPOUND, "一号路灯", "", DEAD_LAMP, now);
    }

    private Repair repair(int number) {
        return repairs.find(number).orElseThrow();
    }

    private Outcome act(String what, OperatorName by) {
        return switch (what) {
            case "report" -> repairs.report(by, fence("围栏破了"));
            case "accept" -> repairs.accept(by, 1);
            case "begin" -> repairs.begin(by, 1);
            case "finish" -> repairs.finish(by, 1, "好了");
            case "give-back" -> repairs.giveBack(by, 1, "没有材料");
            case "send-back" -> repairs.sendBack(by, 1, "还是坏的");
            case "check" -> repairs.check(by, 1, "");
            case "nothing" -> repairs.nothingToMend(by, 1, "是好的");
            default -> throw new IllegalArgumentException(what);
        };
    }

    private void check(String script) {
        script.lines()
                .forEach(line -> {
                    String[] words = line.strip().split(" +", -1);
                    Outcome outcome = act(words[1], new OperatorName(words[0]));
                    String became =
                            switch (outcome) {
                                case Outcome.Done _ -> repair(1).state().name();
                                case Outcome.Refused(String key) ->
                                        key.replace("refused.cases.", "");
                                case Outcome.Failed(String why) -> why;
                            };
                    assertEquals(words[3], became, line);
                });
    }

    @Test
    void a_repair_goes_its_way_like_a_parcel_and_another_person_closes_it() {
        check(
                """
                李大姐 report    -> REPORTED
                王师傅 begin     -> repair-waits
                王师傅 accept    -> ACCEPTED
                李大姐 begin     -> not-owner
                王师傅 begin     -> BEING_DONE
                李大姐 check     -> repair-in-hand
                王师傅 finish    -> DONE
                王师傅 check     -> own-work
                王师傅 send-back -> own-work
                李大姐 send-back -> ACCEPTED
                王师傅 finish    -> DONE
                李大姐 check     -> CLOSED
                李大姐 check     -> repair-closed
                王师傅 accept    -> repair-closed
                """);
        assertEquals(Closing.CHECKED, repair(1).closing());
        assertEquals(
                List.of("李大姐", "王师傅", "王师傅", "王师傅", "李大姐", "王师傅", "李大姐"),
                repair(1).steps().stream().map(step -> step.by().value()).toList());
    }

    @Test
    void nobody_waits_for_an_owner_who_is_away_and_whoever_had_it_in_hand_does_not_close_it() {
        check(
                """
                李大姐 report    -> REPORTED
                王师傅 accept    -> ACCEPTED
                赵主任 accept    -> ACCEPTED
                王师傅 finish    -> not-owner
                赵主任 give-back -> REPORTED
                赵主任 nothing   -> own-work
                李大姐 nothing   -> own-report
                赵主任 accept    -> ACCEPTED
                赵主任 finish    -> DONE
                王师傅 check     -> own-work
                赵主任 check     -> own-work
                李大姐 check     -> CLOSED
                """);
    }

    @Test
    void what_is_not_broken_is_closed_by_another_than_who_reported_it() {
        check(
                """
                李大姐 report  -> REPORTED
                李大姐 nothing -> own-report
                赵主任 nothing -> CLOSED
                """);
        assertEquals(Closing.NOTHING_TO_MEND, repair(1).closing());
    }

    @Test
    void what_is_reported_twice_is_one_repair_until_it_is_closed() {
        repairs.report(LI, fence("围栏破了"));
        assertEquals(new Outcome.Done(List.of()), repairs.report(WANG, fence("围栏 破了")));
        repairs.report(Book.HUB, lamp());
        assertEquals(new Outcome.Done(List.of()), repairs.report(LI, lamp()));
        assertEquals(2, repairs.open().size());
        repairs.closeMeasured(2);
        repairs.report(Book.HUB, lamp());
        assertEquals(3, repairs.open().getLast().number());
    }

    @Test
    void a_measured_repair_is_never_closed_by_hand_whatever_people_do_in_whatever_order() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Repairs chapter = new Repairs();
            repairs =
                    new RepairBook(
                            Book.open(new InMemoryBookStore(), () -> now, List.of(chapter)),
                            chapter);
            repairs.report(random.nextBoolean() ? Book.HUB : LI, lamp());
            for (int i = 0; i < 30; i++) {
                String[] acts = {
                    "accept", "begin", "finish", "give-back", "send-back", "check", "nothing"
                };
                act(acts[random.nextInt(acts.length)], PEOPLE.get(random.nextInt(PEOPLE.size())));
                assertTrue(repair(1).state().isOpen(), "seed " + seed);
            }
            repairs.closeMeasured(1);
            assertEquals(Closing.MEASURED, repair(1).closing(), "seed " + seed);
        }
    }

    @Test
    void what_only_people_see_is_never_closed_by_one_who_had_it_in_hand() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Repairs chapter = new Repairs();
            repairs =
                    new RepairBook(
                            Book.open(new InMemoryBookStore(), () -> now, List.of(chapter)),
                            chapter);
            repairs.report(LI, fence("围栏破了"));
            repairs.closeMeasured(1);
            for (int i = 0; i < 40 && repair(1).state().isOpen(); i++) {
                String[] acts = {
                    "accept", "begin", "finish", "give-back", "send-back", "check", "nothing"
                };
                act(acts[random.nextInt(acts.length)], PEOPLE.get(random.nextInt(PEOPLE.size())));
            }
            Repair.Step last = repair(1).steps().getLast();
            if (last.kind() == Repair.StepKind.CLOSED) {
                assertFalse(repair(1).workers().contains(last.by()), "seed " + seed);
                assertNotEquals(Closing.MEASURED, repair(1).closing());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', text-missing",
        "'   ', text-missing",
        "'a\u0007b', text-unseen",
        "'a\u202Eb', text-unseen",
        "'a\nb', text-unseen",
        "LONG, text-long"
    })
    void a_text_that_cannot_stand_for_ever_is_refused(String what, String why) {
        String text = what.equals("LONG") ? "坏".repeat(NewRepair.TEXT_CHARS_MAX + 1) : what;
        assertEquals(new Outcome.Refused("refused.cases." + why), repairs.report(LI, fence(text)));
    }

    @Test
    void more_open_repairs_than_anybody_can_mend_are_not_taken() {
        for (int i = 0; i < RepairBook.OPEN_REPAIRS_MAX; i++) {
            repairs.report(LI, fence("坏了 " + i));
        }
        assertEquals(
                new Outcome.Refused("refused.cases.too-many-open"),
                repairs.report(LI, fence("还有")));
    }

    @Test
    void pictures_are_bounded_and_the_same_one_counts_once() {
        repairs.report(LI, fence("围栏破了"));
        for (int i = 0; i < RepairBook.PICTURES_MAX; i++) {
            addPicture(i);
        }
        assertEquals(new Outcome.Done(List.of()), addPicture(3));
        assertEquals(
                new Outcome.Refused("refused.cases.too-many-pictures"),
                addPicture(RepairBook.PICTURES_MAX));
        assertEquals(RepairBook.PICTURES_MAX, repair(1).pictures().size());
    }

    private Outcome addPicture(int which) {
        return repairs.addPicture(
                LI,
                1,
                PictureTime.BEFORE,
                Sha256.of("picture " + which),
                Sha256.of("sent " + which));
    }

    @Test
    void figures_say_what_waits_how_long_the_closed_ones_took_and_know_no_names() {
        repairs.report(LI, fence("围栏破了"));
        repairs.report(LI, fence("路面坏了"));
        now = now.plus(Duration.ofDays(4));
        repairs.accept(WANG, 1);
        repairs.finish(WANG, 1, "");
        repairs.check(LI, 1, "");
        RepairFigures figures =
                repairs.figures(COMPOUND, now.minus(Duration.ofDays(1)), now.plusMillis(1));
        assertEquals(1, figures.closed());
        assertEquals(Duration.ofDays(4), figures.meanAge());
        assertEquals(
                List.of(2), figures.open().stream().map(RepairFigures.Waiting::number).toList());
        assertFalse(figures.toString().contains("李大姐"));
        assertEquals(0, repairs.figures(COMPOUND, now.plusMillis(1), now.plusSeconds(9)).closed());
        assertFalse(repair(2).isPressing(now));
        assertTrue(repair(2).isPressing(now.plus(Duration.ofDays(3))));
    }

    @Test
    void all_is_known_again_after_a_restart() {
        check(
                """
                李大姐 report -> REPORTED
                王师傅 accept -> ACCEPTED
                王师傅 finish -> DONE
                """);
        repairs.report(Book.HUB, lamp());
        addPicture(1);
        Repair before = repair(1);
        repairs = open();
        assertEquals(before, repair(1));
        assertEquals(DEAD_LAMP, repair(2).what().fault());
    }
}
