package org.menfang.hub.web.view;

import java.time.Instant;
import java.time.ZoneId;
import org.menfang.vocabulary.OperatorName;

/// Who looks at the board.
///
/// @param csrf what every change has to carry in the header `X-Menfang-Csrf`
/// @param zone the time zone in which times are shown
/// @param now the hub's clock
/// @param setsUp whether this person sets the hub up, and so hears of its backups
public record SessionView(
        OperatorName name, String csrf, ZoneId zone, Instant now, boolean setsUp) {}
