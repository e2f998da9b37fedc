package org.menfang.hub.web.view;

import org.menfang.vocabulary.CommandOutcome;

/// What became of an act: the gate (or the hub) has confirmed it.
public record ActView(CommandOutcome outcome) {}
