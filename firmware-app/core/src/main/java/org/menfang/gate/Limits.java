package org.menfang.gate;

import java.time.Duration;

/// Everything that a gate keeps within bounds, in one place. A count names its unit last; a length
/// of time carries its own.
public final class Limits {
    /// How long a grant waits for the journal before it goes ahead of it.
    public static final Duration JOURNAL_WAIT = Duration.ofMillis(100);

    /// How long a grant that uses something up waits for the journal before it is denied.
    public static final Duration CONSUMING_WAIT = Duration.ofSeconds(2);

    /// Most grants that wait for the journal at once; one more answers the oldest ahead of it.
    public static final int PENDING_GRANTS_MAX = 64;

    /// Within this time the same card at the same reader, being answered or granted, is one read.
    public static final Duration REPEATED_READ = Duration.ofSeconds(1);

    /// Within this time after the last one, the same text before a reader is one read: a code is
    /// read again and again while it is held.
    public static final Duration REPEATED_TEXT = Duration.ofSeconds(1);

    /// How long a digit waits for the next before what was entered is forgotten.
    public static final Duration KEYS_GATHERED = Duration.ofSeconds(15);

    /// Most digits that are kept; more than any PIN has.
    public static final int KEY_DIGITS_MAX = 16;

    /// How long a reader waits for the PIN of a card.
    public static final Duration PIN_WAIT = Duration.ofSeconds(30);

    /// So many wrong PINs lock a credential out for a while (GB 50396-2007: at most 5).
    public static final int WRONG_PINS_MAX = 5;

    /// Most wrong PINs of one credential that are counted, one after the other.
    public static final int WRONG_PINS_KEPT_MAX = 1_000;

    /// How long a credential is locked out for the first time; from then on twice as long each
    /// time.
    public static final Duration LOCK_OUT_FIRST = Duration.ofMinutes(1);

    /// How long a credential is locked out at most.
    public static final Duration LOCK_OUT_MAX = Duration.ofHours(1);

    /// So many guesses at a reader are somebody who tries one credential or PIN after the other.
    public static final int GUESSES_MAX = 5;

    /// Most guesses that count.
    public static final int GUESSES_COUNTED_MAX = 16;

    /// After so long one guess is forgiven.
    public static final Duration GUESS_FORGIVEN = Duration.ofMinutes(1);

    /// How long a reader that is guessed at holds back its answer to a stranger; twice as long with
    /// every further guess.
    public static final Duration GUESS_DELAY_FIRST = Duration.ofSeconds(1);

    /// How long it holds an answer back at most.
    public static final Duration GUESS_DELAY_MAX = Duration.ofSeconds(30);

    /// How often a credential is shown to say more than that somebody wants to pass.
    public static final int SHOWN_TO_SAY_MORE = 3;

    /// Within how long.
    public static final Duration SHOWN_TO_SAY_MORE_WITHIN = Duration.ofSeconds(10);

    /// Most denials of one reader that are written one by one in a burst.
    public static final int DENIAL_BURST_MAX = 5;

    /// How soon after a burst one more denial of the same reader may be written by itself.
    public static final Duration DENIAL_REFILL = Duration.ofSeconds(2);

    /// How often the denials that were not written one by one are counted into one event.
    public static final Duration COUNT_INTERVAL = Duration.ofMinutes(1);

    /// So many counted bad reads within one {@link #COUNT_INTERVAL} are no longer a person.
    public static final int FLOOD_READS_MIN = 20;

    /// How often a flooded reader shows the same denial again.
    public static final Duration DENIAL_SHOWN_AGAIN = Duration.ofMillis(500);

    /// How long a photocell has to find it dark, or light, before lamps are switched: longer than a
    /// vehicle's lights or a shadow last.
    public static final Duration DARKNESS_STILL = Duration.ofMinutes(2);

    /// How long nothing has to be under the arm of a barrier before it comes down.
    public static final Duration ARM_CLEAR = Duration.ofSeconds(2);

    /// Longer than an arm takes on its way down: until then its monitor is not believed to say that
    /// it lies.
    public static final Duration ARM_WAY = Duration.ofSeconds(6);

    /// How long a leaf must be still before its new place counts: longer than a contact bounces.
    public static final Duration LEAF_STILL = Duration.ofMillis(250);

    /// How long after the start the first word on an input is a reading and not a change.
    public static final Duration FIRST_READING = Duration.ofSeconds(5);

    /// An alarm whose cause is only a moment returns after so long without another.
    public static final Duration PASSING_CAUSE = Duration.ofSeconds(10);

    /// How long a cut line must be whole again before the alarm returns.
    public static final Duration LINE_WHOLE = Duration.ofSeconds(5);

    /// How often it is written down how much of the compound's level is left.
    public static final Duration LEVEL_KEPT_AGAIN = Duration.ofMinutes(1);

    /// Most cards whose holders may open a door for everybody and have not passed yet.
    public static final int FIRST_CARDS_MAX = 64;

    /// How far a trusted wall clock may be set back before it is no longer believed.
    public static final Duration STEP_BACK_MAX = Duration.ofSeconds(5);

    /// How long it is at most from one look at the wall clock to the next, where nobody looks more
    /// often: it may be slewed on the way to what is expected of it.
    public static final Duration WALL_LOOK = Duration.ofMinutes(1);

    /// How soon the lamps look again at a sky that could not be told, in wall time: later than
    /// deadlines go on after a fault, so that the others get their turn.
    public static final Duration SKY_AGAIN = Duration.ofSeconds(10);

    /// Most pictures that one camera owes at once.
    public static final int PICTURES_OWED_MAX = 8;

    /// How long a camera may owe a picture.
    public static final Duration PICTURE_WAIT = Duration.ofSeconds(20);

    /// Most events of one stream that are sent and not acknowledged.
    public static final int UNACKNOWLEDGED_EVENTS_MAX = 2_000;

    /// Most events that one {@link Effect.Publish} asks for.
    public static final int PUBLISH_EVENTS_MAX = 200;

    /// How long a slowed drain gathers events that it sends together.
    public static final Duration DRAIN_GATHERED = Duration.ofMillis(100);

    /// How long the hub may take to acknowledge anything before all is sent again, and to tell its
    /// position before the gate announces itself again.
    public static final Duration ACKNOWLEDGEMENT_WAIT = Duration.ofSeconds(10);

    /// So many events need a signed head.
    public static final int HEAD_EVENTS_MAX = 100;

    /// New events wait no longer than this for a signed head.
    public static final Duration HEAD_INTERVAL = Duration.ofMinutes(1);

    /// How long states that change quickly are gathered into one.
    public static final Duration STATE_GATHERED = Duration.ofMillis(200);

    /// How often the state is sent though nothing changed.
    public static final Duration STATE_INTERVAL = Duration.ofSeconds(30);

    /// Most command ids that are remembered; with so many alive, another command is refused.
    public static final int COMMAND_IDS_MAX = 1_000;

    /// Most uses of one quota that are kept of a household: four times what a quota may have, since
    /// gates that cannot hear each other grant more.
    public static final int QUOTA_USES_KEPT_MAX = 400;

    /// Most uses of one pass that are kept.
    public static final int PASS_USES_KEPT_MAX = 1_000;

    /// Most grants of which it is not known whether somebody took them; of one more, the oldest is
    /// believed to be taken by nobody, and nothing is given back.
    public static final int OPEN_GRANTS_MAX = 1_000;

    /// The same, of the other gates.
    public static final int PEER_GRANTS_MAX = 10_000;

    /// Most other gates of the compound that are heard.
    public static final int PEERS_MAX = 64;

    /// Most places at which cards were seen that are remembered, and of one card.
    public static final int SIGHTINGS_MAX = 20_000;

    public static final int SIGHTINGS_OF_A_CARD_MAX = 8;

    /// How far the clocks of two gates may differ.
    public static final Duration CLOCKS_APART_MAX = Duration.ofSeconds(5);

    /// How long it is from one sweep of the ledger to the next until all of it has been seen, and
    /// how long after a change of the rules.
    public static final Duration SWEEP_INTERVAL = Duration.ofSeconds(5);

    public static final Duration SWEEP_HURRY = Duration.ofMillis(50);

    /// How long the ledger is left alone once all of it has been seen, unless somebody's place is
    /// to be forgotten before.
    public static final Duration SWEEP_PAUSE = Duration.ofHours(1);

    /// Most entries that one sweep looks at.
    public static final int SWEEP_ENTRIES_MAX = 2_000;

    /// How long it is kept where somebody is whose pass has expired, or who is no longer listed.
    public static final Duration PLACE_OF_THE_GONE = Duration.ofDays(30);

    /// Most characters of a reason or a detail that comes from outside.
    public static final int DETAIL_CHARS_MAX = 300;

    /// Most inputs of readers that wait.
    public static final int READER_INPUTS_MAX = 256;

    /// Most other inputs that wait.
    public static final int INBOX_INPUTS_MAX = 8_192;

    /// Most inputs of readers that are taken before all others are looked at again.
    public static final int READER_INPUTS_A_TURN_MAX = 16;

    /// Most other inputs that are taken before the clock is looked at again.
    public static final int INBOX_INPUTS_A_TURN_MAX = 256;

    /// How long deadlines are left alone after one of them broke the controller.
    public static final Duration FAULT_PAUSE = Duration.ofSeconds(1);

    private Limits() {}

    /// The text, or its beginning where it is too long.
    public static String shortened(String text) {
        return text.length() <= DETAIL_CHARS_MAX
                ? text
                : text.substring(0, DETAIL_CHARS_MAX - 1) + "…";
    }
}
