package org.menfang.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.menfang.cose.SigningKey;
import org.menfang.gate.rule.AccessTable;
import org.menfang.pass.Pass;
import org.menfang.pass.PassClass;
import org.menfang.pass.PassPin;
import org.menfang.pass.PassScope;
import org.menfang.pass.SignedPass;
import org.menfang.rules.AccessPointRule;
import org.menfang.rules.AccessPointRule.SecurityTime;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.PassIssuer;
import org.menfang.rules.PassRules;
import org.menfang.rules.PinHash;
import org.menfang.rules.PinHashes;
import org.menfang.rules.PinPassRule;
import org.menfang.rules.PlaceRules;
import org.menfang.rules.RecognitionRules;
import org.menfang.rules.RuleSet;
import org.menfang.rules.SecretKey;
import org.menfang.tag.SunMessage;
import org.menfang.tag.SunMessages;
import org.menfang.tag.TagKey;
import org.menfang.tag.TagUid;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.PassId;
import org.menfang.vocabulary.ScheduleId;
import org.menfang.vocabulary.SecurityLevel;

/// The rules of {@link Samples}, and whoever has more to show than a number: cards with PINs
/// 01:0011 (h-1: 2468, forced 8642) and 01:0012 (h-2: 1357), the same as 00000011 and 00000012, a
/// visitor's card 01:0013, the PIN 73910 alone (h-2, forced 01937), the tag of h-1, and passes.
final class DialogueSamples {
    static final SigningKey ISSUER = SigningKey.make();
    static final SecretKey ROTATION_KEY = new SecretKey("AB".repeat(32));
    static final TagUid TAG = new TagUid("04A1B2C3D4E5F6");
    static final PinHashes PINS = new PinHashes(new SecretKey("CD".repeat(32)));
    static final long VERSION = 5;
    private static final ConcurrentSkipListMap<String, SignedPass> SIGNED =
            new ConcurrentSkipListMap<>();
    private static final String TAG_KEY = "0F".repeat(16);
    private static final PinPassRule PIN_PASS =
            new PinPassRule(
                    new SecretKey("EF".repeat(32)), List.of(new AccessPointId("north-in")), 24, 1);

    private DialogueSamples() {}

    static RuleSet rules(AccessPointRule... points) {
        RuleSet plain = Samples.rules();
        List<Holder> holders = new ArrayList<>(plain.holders());
        holders.add(
                new Holder(
                        new HolderId("h-8"),
                        HolderKind.VISITOR,
                        new HouseholdId("1-101"),
                        List.of(new AccessProfileId("home")),
                        false,
                        false));
        List<Credential> credentials = new ArrayList<>(plain.credentials());
        credentials.add(card("01:0011", "h-1", "2468", "8642"));
        credentials.add(card("01:0012", "h-2", "1357", null));
        credentials.add(card("00000011", "h-1", "2468", "8642"));
        credentials.add(card("00000012", "h-2", "1357", null));
        credentials.add(card("01:0013", "h-8", null, null));
        credentials.add(
                credential(
                        PinHashes.identifier(PINS.of("73910")),
                        "h-2",
                        CredentialClass.PIN,
                        PINS.of("73910"),
                        PINS.of("01937"),
                        null));
        credentials.add(
                credential(
                        TAG.identifier(),
                        "h-1",
                        CredentialClass.SIGNED_TAG,
                        null,
                        null,
                        new SecretKey(TAG_KEY)));
        return new RuleSet(
                plain.compound(),
                VERSION,
                null,
                List.of(),
                List.of(),
                plain.schedules(),
                plain.profiles(),
                holders,
                credentials,
                new PlaceRules(List.of(), Arrays.asList(points), List.of(), List.of(), List.of()),
                plain.households(),
                new RecognitionRules(List.of(), new SecretKey("CD".repeat(32)), null),
                LevelSamples.levels(),
                passRules());
    }

    /// Card and PIN at the north gate, at all hours.
    static AccessPointRule pinAtNorth() {
        return pinAtNorth("always");
    }

    /// Card and PIN at the north gate until 18:00 on workdays.
    static AccessPointRule pinInWorkingHours() {
        return pinAtNorth("workdays");
    }

    private static AccessPointRule pinAtNorth(String schedule) {
        return new AccessPointRule(
                new AccessPointId("north-in"),
                List.of(new SecurityTime(new ScheduleId(schedule), SecurityLevel.CARD_AND_PIN)),
                null,
                AccessPointRule.SECOND_PERSON_SECONDS_USUAL,
                List.of(),
                AccessPointRule.ESCORT_SECONDS_USUAL,
                null);
    }

    /// Two persons within 30 s at the north gate, and a PIN as well where it is asked for.
    static AccessPointRule twoAtNorth(boolean pin) {
        return new AccessPointRule(
                new AccessPointId("north-in"),
                pin ? pinAtNorth().security() : List.of(),
                new ScheduleId("always"),
                30,
                List.of(),
                AccessPointRule.ESCORT_SECONDS_USUAL,
                null);
    }

    /// Visitors within 60 s after somebody else at the north gate.
    static AccessPointRule escortAtNorth() {
        return new AccessPointRule(
                new AccessPointId("north-in"),
                List.of(),
                null,
                AccessPointRule.SECOND_PERSON_SECONDS_USUAL,
                List.of(HolderKind.VISITOR, HolderKind.COURIER),
                60,
                null);
    }

    /// The rules of {@link Samples} and nothing more, under a number of their own.
    static AccessTable plain() {
        RuleSet rules = Samples.rules();
        return AccessTable.of(
                Samples.site(),
                RuleSet.ofRights(
                        rules.compound(),
                        VERSION - 1,
                        rules.schedules(),
                        rules.profiles(),
                        rules.holders(),
                        rules.credentials()));
    }

    /// Visitors with an escort at the north gate; two persons with PINs at the south gate.
    static AccessTable demanding() {
        return table(
                escortAtNorth(),
                new AccessPointRule(
                        new AccessPointId("south-in"),
                        pinAtNorth().security(),
                        new ScheduleId("workdays"),
                        30,
                        List.of(),
                        AccessPointRule.ESCORT_SECONDS_USUAL,
                        null));
    }

    static AccessTable table(AccessPointRule... points) {
        return AccessTable.of(Samples.site(), rules(points));
    }

    /// What stands before a reader: `tag-7` (its seventh reading), `forged-7`, `paper-2` (with so
    /// many uses), `paper` (with any number), `phone`, `advert`.
    static String text(String word, Instant now) {
        String[] parts = word.split("-", 2);
        Optional<Integer> number =
                parts.length == 1 ? Optional.empty() : Optional.of(Integer.valueOf(parts[1]));
        return switch (parts[0]) {
            case "tag" -> tag(number.orElseThrow(), TAG_KEY);
            case "forged" -> tag(number.orElseThrow(), "1F".repeat(16));
            case "paper" ->
                    SIGNED.computeIfAbsent(
                                    word, _ -> signed(1, number.orElse(null), PassClass.PAPER))
                            .text();
            case "phone" ->
                    SIGNED.computeIfAbsent(word, _ -> signed(2, null, PassClass.ROTATING))
                            .text(ROTATION_KEY, now);
            case "advert" -> "weixin advert";
            default -> throw new IllegalArgumentException(word);
        };
    }

    /// The digits of a pass for this hour.
    static String passDigits(int serial) {
        PassPin pins = new PassPin(new CompoundId("peace"), PIN_PASS);
        Instant hour = Samples.NOON;
        PassPin.Form form = pins.form(pins.pass(hour, serial, PassClass.PAPER));
        return form instanceof PassPin.Form.Digits(String digits) ? digits : "";
    }

    private static String tag(int counter, String key) {
        return SunMessages.plain(
                "https://menfang.example/t",
                new SunMessage(TAG, counter),
                new TagKey(HexFormat.of().parseHex(key)));
    }

    private static SignedPass signed(int id, @Nullable Integer uses, PassClass type) {
        return SignedPass.sign(
                new Pass(
                        new PassId(String.format("%016X", id)),
                        new CompoundId("peace"),
                        PassScope.of(List.of(new AccessPointId("north-in"))),
                        HolderKind.VISITOR,
                        Samples.NOON.minus(Duration.ofHours(1)),
                        Samples.NOON.plus(Duration.ofHours(10)),
                        uses,
                        type),
                ISSUER);
    }

    private static PassRules passRules() {
        return new PassRules(
                List.of(
                        new PassIssuer(
                                "hub",
                                HexFormat.of().withUpperCase().formatHex(ISSUER.verifying().raw()),
                                List.of(new AccessPointId("north-in")),
                                false)),
                List.of(),
                ROTATION_KEY,
                PIN_PASS);
    }

    private static Credential card(
            String number, String holder, @Nullable String pin, @Nullable String duress) {
        return credential(
                Samples.card(number),
                holder,
                CredentialClass.PLAIN_NUMBER,
                pin == null ? null : PINS.of(pin),
                duress == null ? null : PINS.of(duress),
                null);
    }

    private static Credential credential(
            CredentialIdentifier identifier,
            String holder,
            CredentialClass type,
            @Nullable PinHash pin,
            @Nullable PinHash duress,
            @Nullable SecretKey tagKey) {
        return new Credential(
                identifier,
                new HolderId(holder),
                type,
                CredentialStatus.ACTIVE,
                null,
                null,
                pin,
                duress,
                tagKey);
    }
}
