package org.menfang.rules;

import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.ScheduleId;

/// When a class of credentials opens an access point. Where there is no limit for a class, it opens
/// whenever its holder may pass.
///
/// @param schedule the only times; none: never
public record ClassLimit(
        CredentialClass type, AccessPointId accessPoint, @Nullable ScheduleId schedule) {}
