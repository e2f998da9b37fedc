package org.menfang.gate.access;

import org.menfang.gate.Turn;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.HolderId;

/// Told when a holder, whose credential is genuine and in use, has shown it at an access point
/// three times within ten seconds: to say more than that somebody wants to pass.
public interface ThriceShown {
    void shownThrice(Turn turn, AccessPointId at, HolderId holder);
}
