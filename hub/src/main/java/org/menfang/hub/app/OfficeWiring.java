package org.menfang.hub.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.menfang.hub.board.Desk;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.BookStore;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.incident.CareTimeline;
import org.menfang.hub.incident.IncidentBook;
import org.menfang.hub.incident.PatrolTimeline;
import org.menfang.hub.incident.RepairTimeline;
import org.menfang.hub.keep.BackupStanding;
import org.menfang.hub.notify.Ways;
import org.menfang.hub.office.Timed;
import org.menfang.hub.page.Section;
import org.menfang.hub.plan.Placements;
import org.menfang.hub.plan.PlanPages;
import org.menfang.hub.response.AlarmHistory;
import org.menfang.hub.response.Responses;
import org.menfang.hub.response.WaitingAlarms;
import org.menfang.hub.rights.LockdownDesk;
import org.menfang.hub.rights.Permissions;
import org.menfang.hub.rights.Right;
import org.menfang.hub.rights.Rights;
import org.menfang.hub.roster.DutyDesk;
import org.menfang.hub.roster.RosterBook;
import org.menfang.vocabulary.OperatorName;

/// Everything that people do at the hub beside the board, put together.
final class OfficeWiring {
    private final Responses responses = new Responses();
    private final PeopleChapters peopleChapters = PeopleChapters.empty();
    private final RightsWiring.Chapters rightsChapters = RightsWiring.Chapters.empty();
    private final Rights rights = rightsChapters.rights();
    private final CaseChapters caseChapters = CaseChapters.empty();
    private final Placements placements = new Placements();
    private final InstantSource clock;
    private final Book book;
    private final PlanPages plan;
    private final RightsWiring rightsWiring;
    private final CasesWiring cases;
    private final PeopleWiring people;
    private final PatrolWiring.Chapters patrolChapters;
    private final PatrolWiring patrol;
    private final AlarmWiring alarms;
    private final DutyDesk shownDesk;
    private final OpenChapters openChapters = OpenChapters.empty();
    private final OpenWiring open;
    private final Ways wayChapter = new Ways();
    private final WaysWiring ways;
    private final IncidentWiring incidents;

    /// @param outside how messages leave the hub
    /// @throws org.menfang.hub.book.DamagedBookException if the log is not the one that was written
    OfficeWiring(
            BookStore store, InstantSource clock, OfficeNeeds needs, WaysWiring.Outside outside) {
        this.clock = clock;
        Desk desk = needs.desk();
        patrolChapters = PatrolWiring.Chapters.empty(needs.zone());
        book = Book.open(store, clock, chapters());
        ways = new WaysWiring(book, wayChapter, outside, clock, needs.zone());
        plan = new PlanPages(book, placements, desk::board);
        rightsWiring =
                new RightsWiring(book, rightsChapters, desk, ways.teller(), needs::compounds);
        people =
                new PeopleWiring(
                        peopleChapters,
                        book,
                        needs,
                        new PeopleWiring.Others(
                                rightsWiring,
                                ways.teller(),
                                new HeldByIncidents(this::incidentBook)));
        cases = new CasesWiring(caseChapters, book, desk, needs.cases());
        patrol =
                new PatrolWiring(
                        patrolChapters,
                        book,
                        needs,
                        cases.repairs(),
                        this::team,
                        List.of(
                                new WaitingAlarms(book, responses, desk::board),
                                cases.handOver(),
                                people.visitorsInside()));
        RosterBook roster = patrol.roster();
        alarms =
                new AlarmWiring(
                        book,
                        responses,
                        needs,
                        new AlarmWiring.Others(roster, cases.repairs(), ways.teller(), clock));
        shownDesk = patrol.desk(alarms.desk());
        open =
                new OpenWiring(
                        openChapters,
                        new OpenWiring.Others(
                                book,
                                rightsChapters,
                                rightsWiring.authority(),
                                rightsWiring.decisions(),
                                rightsWiring.graves(),
                                roster,
                                patrol.rounds(),
                                cases.repairs(),
                                responses,
                                peopleChapters.register(),
                                new HeldByIncidents(this::incidentBook),
                                new FilesHeld(this::incidentBook, cases.repairs()),
                                ways.teller()),
                        needs);
        incidents =
                new IncidentWiring(
                        caseChapters.incidents(),
                        book,
                        clock,
                        needs,
                        new IncidentWiring.Others(
                                rightsWiring.graves(),
                                List.of(
                                        new PatrolTimeline(patrol.rounds()::since),
                                        new RepairTimeline(cases.repairs()::since),
                                        new CareTimeline(this::alarmsSince)),
                                () -> book.read(rights::everybody)));
    }

    private IncidentBook incidentBook() {
        return incidents.incidents();
    }

    private List<AlarmHistory> alarmsSince(Instant from) {
        return book.read(() -> responses.history(from));
    }

    private List<Chapter> chapters() {
        List<Chapter> all = new ArrayList<>();
        all.add(responses);
        all.addAll(rightsChapters.all());
        all.addAll(patrolChapters.all());
        all.add(placements);
        all.add(wayChapter);
        all.addAll(caseChapters.all());
        all.addAll(peopleChapters.all());
        all.addAll(openChapters.all());
        return all;
    }

    /// Everybody who answers alarms.
    private List<OperatorName> team() {
        return book.read(() ->
                rights.everybody().stream()
                        .filter(who -> rights.may(who, Right.ANSWER_ALARMS))
                        .toList());
    }

    /// Who is on duty when.
    RosterBook roster() {
        return patrol.roster();
    }

    /// The ways to tell people.
    WaysWiring ways() {
        return ways;
    }

    Permissions permissions() {
        return (who, right) -> book.read(() -> rights.may(who, right));
    }

    /// How it stands with backups.
    BackupStanding backups() {
        return open.backups(clock.instant());
    }

    /// Where lockdowns are asked for.
    LockdownDesk lockdowns() {
        return rightsWiring.lockdowns();
    }

    ConsoleAppointments appointments() {
        return new ConsoleAppointments(book, rights);
    }

    /// The desk of the pages: its board shows what people do about each alarm, and who answers.
    Desk desk() {
        return shownDesk;
    }

    /// The pages of all areas, in the order of the menu.
    List<Section> sections() {
        List<Section> all = new ArrayList<>(patrol.sections());
        all.addAll(cases.sections());
        all.addAll(incidents.sections());
        all.addAll(people.sections());
        all.addAll(alarms.sections());
        all.add(plan);
        all.addAll(rightsWiring.sections());
        all.addAll(open.sections());
        all.addAll(ways.sections());
        return all;
    }

    /// What has to look at the clock.
    List<Timed> timed() {
        List<Timed> all = new ArrayList<>(patrol.timed(ways.teller()));
        all.add(shownDesk);
        all.addAll(cases.timed());
        all.addAll(people.timed());
        all.addAll(alarms.timed());
        all.addAll(rightsWiring.timed());
        all.addAll(open.timed(clock.instant()));
        all.addAll(ways.timed());
        return all;
    }
}
