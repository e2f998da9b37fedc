package org.menfang.hub.rights;

import org.menfang.vocabulary.OperatorName;

/// Answers whether a person may do something. Any thread may call it.
@FunctionalInterface
public interface Permissions {
    boolean may(OperatorName who, Right right);
}
