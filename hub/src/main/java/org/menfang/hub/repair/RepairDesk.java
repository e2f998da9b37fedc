package org.menfang.hub.repair;

import org.menfang.hub.book.Outcome;
import org.menfang.vocabulary.OperatorName;

/// Where repairs are reported.
public interface RepairDesk {
    /// Reports something broken; what is reported already and not closed is not reported twice.
    Outcome report(OperatorName by, NewRepair repair);
}
