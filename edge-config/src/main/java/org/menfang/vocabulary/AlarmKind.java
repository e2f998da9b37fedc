package org.menfang.vocabulary;

/// What an alarm is about. The kind fixes the priority and who owns it; the place says where.
public enum AlarmKind {
    /// A door opened with no grant.
    FORCED_OPEN(Priority.HIGH),
    /// A door stayed open past its time.
    HELD_OPEN(Priority.LOW),
    /// The fire input is active, or was and nobody has reset it.
    FIRE(Priority.CRITICAL),
    /// Somebody pressed a panic button.
    PANIC(Priority.CRITICAL),
    /// An intrusion detector reports.
    INTRUSION(Priority.HIGH),
    /// Somebody opened the case of our equipment.
    TAMPER(Priority.HIGH),
    /// A card that was reported lost was shown.
    LOST_CARD_SHOWN(Priority.LOW),
    /// Somebody entered the PIN that says: I am being forced.
    DURESS(Priority.CRITICAL),
    /// A credential was locked out after wrong tries.
    CREDENTIAL_LOCKED_OUT(Priority.LOW),
    /// Somebody tries one credential after the other at a reader.
    READER_GUESSED(Priority.HIGH),
    /// A card or tag is in two places, or a tag's counter went back: there is a copy of it.
    CARD_CLONED(Priority.HIGH),
    /// Somebody came in who was already inside.
    PASSBACK_VIOLATED(Priority.LOW),
    /// Somebody stays in an area for longer than allowed.
    OVERSTAYED(Priority.LOW),
    /// Gates that could not hear each other granted more than a quota allows.
    QUOTA_CONFLICT(Priority.LOW),
    /// A rule set came that the gate cannot obey.
    RULES_REFUSED(Priority.HIGH),
    /// A reader delivers more bad reads than a person can make.
    READER_FLOODED(Priority.LOW),
    /// A reader is not heard any more, or what comes from it is broken.
    READER_FAILED(Priority.HIGH),
    /// An input says nothing any more: its line is cut or short, or its chip does not answer.
    INPUT_FAILED(Priority.HIGH),
    /// The mains are gone; what has a battery lives on it.
    MAINS_LOST(Priority.HIGH),
    /// The battery will not last long.
    BATTERY_LOW(Priority.HIGH),
    /// The gate's own supply gives too little voltage.
    UNDER_VOLTAGE(Priority.LOW),
    /// The line to a lamp is open.
    LAMP_LINE_CUT(Priority.HIGH),
    /// A lamp is switched on and draws no current, though its line is whole.
    LAMP_DEAD(Priority.LOW),
    /// A camera delivers no picture, or always the same one.
    CAMERA_LOST(Priority.LOW),
    /// The journal did not answer within its time; a grant went ahead of it.
    STORAGE_SLOW(Priority.LOW),
    /// The journal cannot be written.
    STORAGE_FAILED(Priority.HIGH),
    /// Little room is left for the journal and the pictures.
    STORAGE_LOW(Priority.LOW),
    /// The wall clock cannot be believed.
    CLOCK_NOT_TRUSTED(Priority.LOW),
    /// The site file is bad; the last good one is in force.
    SITE_FILE_REJECTED(Priority.LOW),
    /// The gate started too often in a short time, and does only what it must.
    SAFE_MODE(Priority.HIGH),
    /// What the hub holds differs from what the gate wrote.
    CHAIN_DIVERGED(Priority.HIGH),
    /// An output could not be driven.
    OUTPUT_FAILED(Priority.HIGH),
    /// More inputs came than the gate takes; some were dropped.
    INPUTS_DROPPED(Priority.LOW),
    /// Found by the hub: a gate is silent.
    GATE_SILENT(Priority.HIGH),
    /// Found by the hub: events of a gate are missing.
    EVENTS_MISSING(Priority.HIGH),
    /// Found by the hub: the hash chain of a gate is broken.
    CHAIN_BROKEN(Priority.HIGH);

    private final Priority priority;

    AlarmKind(Priority priority) {
        this.priority = priority;
    }

    public Priority priority() {
        return priority;
    }
}
