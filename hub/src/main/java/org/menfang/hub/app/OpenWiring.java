package org.menfang.hub.app;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.Desk;
import org.menfang.hub.book.Book;
import org.menfang.hub.decision.DecisionBook;
import org.menfang.hub.decision.RuleAuthority;
import org.menfang.hub.keep.Backup;
import org.menfang.hub.keep.BackupPlan;
import org.menfang.hub.keep.BackupStanding;
import org.menfang.hub.keep.BackupWatch;
import org.menfang.hub.keep.FileKind;
import org.menfang.hub.keep.FilePurge;
import org.menfang.hub.keep.FileShelf;
import org.menfang.hub.keep.Held;
import org.menfang.hub.keep.KeepPages;
import org.menfang.hub.keep.NightlyBackup;
import org.menfang.hub.keep.Purge;
import org.menfang.hub.money.MoneyBook;
import org.menfang.hub.money.MoneyPages;
import org.menfang.hub.notify.Teller;
import org.menfang.hub.office.Timed;
import org.menfang.hub.open.FactReader;
import org.menfang.hub.open.LogPages;
import org.menfang.hub.open.MonthlyReport;
import org.menfang.hub.open.OpenPages;
import org.menfang.hub.open.UptimeRecorder;
import org.menfang.hub.page.Section;
import org.menfang.hub.people.Register;
import org.menfang.hub.print.PdfPrinter;
import org.menfang.hub.print.Press;
import org.menfang.hub.repair.RepairBook;
import org.menfang.hub.response.Responses;
import org.menfang.hub.rights.Body;
import org.menfang.hub.rights.GraveDesk;
import org.menfang.hub.rights.Role;
import org.menfang.hub.roster.RosterBook;
import org.menfang.hub.round.RoundBook;
import org.menfang.hub.store.KnownNames;
import org.menfang.hub.store.SqliteBook;
import org.menfang.hub.store.SqliteShelf;
import org.menfang.hub.store.SqliteUptime;
import org.menfang.hub.web.PrintTemplates;
import org.menfang.vocabulary.OperatorName;

/// What is shown in public and what is kept, put together.
final class OpenWiring {
    private static final int DECISIONS_MAX = 200;

    /// What the other areas lend.
    record Others(
            Book book,
            RightsWiring.Chapters rights,
            RuleAuthority authority,
            DecisionBook council,
            GraveDesk graves,
            RosterBook roster,
            RoundBook rounds,
            RepairBook repairs,
            Responses responses,
            Register register,
            Held held,
            FilesHeld filesHeld,
            Teller teller) {}

    private final OpenChapters chapters;
    private final Others others;
    private final OfficeNeeds needs;
    private final PrintTemplates templates = new PrintTemplates();
    private final Press press = new Press(templates, new PdfPrinter());
    private final SqliteUptime uptime;
    private final MoneyBook money;
    private final FactReader facts;
    private final KeepPages keep;

    OpenWiring(OpenChapters chapters, Others others, OfficeNeeds needs) {
        this.chapters = chapters;
        this.others = others;
        this.needs = needs;
        uptime = new SqliteUptime(needs.database());
        money =
                new MoneyBook(
                        others.book(),
                        chapters.ledgers(),
                        others.rights().rights()::areOfTwoBodies,
                        others.graves(),
                        needs.zone());
        facts = new FactReader(sources());
        keep =
                new KeepPages(
                        others.book(),
                        chapters.keeping(),
                        needs.config().retention(),
                        needs.config().backup());
    }

    private FactReader.Sources sources() {
        Book book = others.book();
        Desk desk = needs.desk();
        KnownNames names = new KnownNames(needs.database());
        return new FactReader.Sources(
                desk::board,
                others.roster(),
                uptime,
                from -> book.read(() -> others.responses().history(from)),
                others.rounds()::since,
                others.repairs(),
                others.authority()::inForce,
                () -> others.council().closed(DECISIONS_MAX),
                this::bodyOf,
                money,
                book::head,
                names,
                () -> book.read(others.register()::namingTexts),
                needs.zone());
    }

    /// For whom a person speaks; for residents only who has no other role.
    private Optional<Body> bodyOf(OperatorName who) {
        return others.book()
                .read(() ->
                        others.rights().rights().rolesOf(who).stream()
                                .map(Role::body)
                                .max(java.util.Comparator.naturalOrder()));
    }

    /// Prints pages for all areas.
    Press press() {
        return press;
    }

    List<Section> sections() {
        MonthlyReport report = new MonthlyReport(facts, press, templates::text);
        return List.of(
                new MoneyPages(money, new PictureReceipts(needs.pictures()), facts::compounds),
                new OpenPages(facts, report, others.book(), chapters.reports()),
                new LogPages(others.book(), new SqliteBook(needs.database())),
                keep);
    }

    /// What people brought, and what was made for them.
    private List<FileShelf> shelves() {
        Path cases = needs.data().cases();
        return List.of(
                new FileShelf(FileKind.CASE_PICTURES, cases, ".jpg", DataFolder.COPIES),
                new FileShelf(FileKind.CASE_COPIES, cases.resolve(DataFolder.COPIES), ".zip", ""),
                new FileShelf(FileKind.ROUND_PICTURES, needs.data().roundPictures(), ".jpg", ""));
    }

    /// How it stands with backups.
    BackupStanding backups(Instant now) {
        return keep.standing(now);
    }

    /// @param now when the hub started
    List<Timed> timed(Instant now) {
        ZoneId zone = needs.zone();
        List<Timed> all = new ArrayList<>();
        all.add(new UptimeRecorder(needs.desk()::board, uptime, zone));
        all.add(
                new Purge(
                        others.book(),
                        chapters.keeping(),
                        new SqliteShelf(needs.database()),
                        needs.config().retention(),
                        zone,
                        others.held(),
                        needs.pictures()::delete));
        all.add(
                new FilePurge(
                        others.book(),
                        chapters.keeping(),
                        shelves(),
                        needs.config().retention(),
                        zone,
                        others.filesHeld()));
        all.add(new BackupWatch(keep::standing, others.teller(), now));
        @Nullable BackupPlan plan = needs.config().backup();
        if (plan != null) {
            all.add(
                    new NightlyBackup(
                            others.book(),
                            chapters.keeping(),
                            new Backup(
                                    needs.data().path().toAbsolutePath(),
                                    new SqliteHubCopy(),
                                    Version.current()),
                            plan,
                            zone,
                            others.teller(),
                            work -> Thread.ofPlatform().name("backup").daemon(true).start(work)));
        }
        return all;
    }
}
