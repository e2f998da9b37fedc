package org.menfang.hub.response;

import org.menfang.hub.board.AlarmCard;

/// Calls everybody to somebody who asked for help.
@FunctionalInterface
public interface HelpCall {
    void call(AlarmCard card);
}
