package org.menfang.hub.web;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.accounts.Accounts;
import org.menfang.hub.board.Desk;
import org.menfang.hub.keep.BackupStanding;
import org.menfang.hub.notify.WayHealth;
import org.menfang.hub.page.Section;
import org.menfang.hub.rights.LockdownDesk;
import org.menfang.hub.rights.Permissions;
import org.menfang.hub.web.view.Beside;
import org.menfang.hub.web.view.WayView;
import org.menfang.vocabulary.Sha256;

/// What the board's server stands on.
///
/// @param host the address to listen at
/// @param port 0 for any free one
/// @param tls none for plain HTTP, which is fit for loopback and for a proxy that adds TLS
/// @param permissions who may do what
/// @param lockdowns where lockdowns are asked for
/// @param sections the pages of all areas, in the order of the menu
/// @param pictures where the file of a picture lies, if it has come
/// @param figures the hub's own numbers for `/metrics`
/// @param readiness what `/readyz` asks
/// @param zone the time zone in which people read times
/// @param sseClientsMax most pages that hear changes at once
/// @param ways how the ways of telling people do
/// @param backups how it stands with backups
public record BoardServerOptions(
        String host,
        int port,
        @Nullable PageTls tls,
        Desk desk,
        Accounts accounts,
        Permissions permissions,
        OneTimeCodes codes,
        LockdownDesk lockdowns,
        List<Section> sections,
        Function<Sha256, Optional<Path>> pictures,
        Supplier<List<Figure>> figures,
        Supplier<List<Readiness>> readiness,
        ZoneId zone,
        Clock clock,
        int sseClientsMax,
        Supplier<List<WayHealth>> ways,
        Supplier<BackupStanding> backups) {
    public static final int SSE_CLIENTS_DEFAULT = 64;

    public BoardServerOptions {
        sections = List.copyOf(sections);
    }

    /// What the board tells beside gates and alarms, now.
    Beside beside() {
        return new Beside(WayView.ofGroup(ways.get()), backups.get());
    }
}
