package org.menfang.hub.response;

import java.util.Optional;
import org.menfang.hub.board.AlarmCard;
import org.menfang.vocabulary.OperatorName;

/// The repairs that alarms wait for. Any thread may call it.
public interface WorkOrders {
    /// @param number of the repair, as people write it
    boolean isOpen(String number);

    /// The repair of the fault that an alarm is about; it is reported where nobody has yet.
    ///
    /// @return its number; none if it cannot be reported now
    Optional<String> order(OperatorName by, AlarmCard card);
}
