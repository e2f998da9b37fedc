package org.menfang.rules.file;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.menfang.rules.AccessPointRule;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.AreaRule;
import org.menfang.rules.ClassLimit;
import org.menfang.rules.Credential;
import org.menfang.rules.DoorRule;
import org.menfang.rules.GateOutline;
import org.menfang.rules.Holder;
import org.menfang.rules.HouseholdRules;
import org.menfang.rules.Interlock;
import org.menfang.rules.LevelRule;
import org.menfang.rules.LevelRules;
import org.menfang.rules.PassIssuer;
import org.menfang.rules.PassRules;
import org.menfang.rules.PinHash;
import org.menfang.rules.PinHashes;
import org.menfang.rules.PinPassRule;
import org.menfang.rules.PlaceRules;
import org.menfang.rules.Quarantine;
import org.menfang.rules.Quota;
import org.menfang.rules.RecognitionRules;
import org.menfang.rules.Resolution;
import org.menfang.rules.RevokedPass;
import org.menfang.rules.RuleSet;
import org.menfang.rules.SecretKey;
import org.menfang.rules.SpecialDays;
import org.menfang.rules.TravelTime;
import org.menfang.rules.WeeklySchedule;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.PassId;
import org.menfang.vocabulary.Passback;
import org.menfang.vocabulary.QuotaId;
import org.menfang.vocabulary.ScheduleId;
import org.menfang.vocabulary.SecurityLevel;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.vocabulary.SpecialDaysId;

/// Makes rule sets from a seed, in which everything that is named is there.
final class RandomRuleSets {
    private static final List<ScheduleId> SCHEDULES = ids(5, ScheduleId::new, "s-");
    private static final List<SpecialDaysId> SPECIAL = ids(3, SpecialDaysId::new, "d-");
    private static final List<AccessProfileId> PROFILES = ids(4, AccessProfileId::new, "p-");
    private static final List<HolderId> HOLDERS = ids(6, HolderId::new, "h-");
    private static final List<HouseholdId> HOUSEHOLDS = ids(6, HouseholdId::new, "f-");
    private static final List<DoorId> DOORS = ids(6, DoorId::new, "door-");
    private static final List<AreaId> AREAS = ids(4, AreaId::new, "area-");
    private static final List<AccessPointId> POINTS = ids(6, AccessPointId::new, "point-");

    private final Random random;

    RandomRuleSets(long seed) {
        random = new Random(seed);
    }

    RuleSet next() {
        return new RuleSet(
                new CompoundId("xingfu-li"),
                1 + random.nextLong(1L << 53),
                perhaps(this::resolution),
                random.nextBoolean() ? List.of() : gates(),
                each(SPECIAL, id -> new SpecialDays(id, list(3, this::days))),
                each(
                        SCHEDULES,
                        id -> new WeeklySchedule(id, list(3, this::period), distinctSpecial())),
                each(
                        PROFILES,
                        id -> new AccessProfile(id, policies(), perhaps(() -> oneOf(AREAS)))),
                each(HOLDERS, this::holder),
                credentials(),
                places(),
                new HouseholdRules(quotas(), list(3, this::quarantine)),
                recognition(),
                new LevelRules(
                        some(List.of(SiteLevel.values()).subList(1, 4)).stream()
                                .map(this::level)
                                .toList(),
                        1 + random.nextInt(60),
                        1 + random.nextInt(1_440)),
                passes());
    }

    private List<GateOutline> gates() {
        return List.of(
                new GateOutline(new GateId("main"), AREAS, DOORS, POINTS.subList(0, 3)),
                new GateOutline(new GateId("back"), AREAS, List.of(), POINTS.subList(3, 6)));
    }

    private SpecialDays.Days days() {
        LocalDate from = LocalDate.ofEpochDay(random.nextInt(40_000));
        return random.nextBoolean()
                ? new SpecialDays.Days(from, from.plusDays(random.nextInt(9)), null)
                : new SpecialDays.Days(null, null, MonthDay.of(2, 1 + random.nextInt(29)));
    }

    private WeeklySchedule.Period period() {
        return new WeeklySchedule.Period(
                someAtLeastOne(List.of(DayOfWeek.values())),
                random.nextInt(1_440),
                random.nextInt(1_441));
    }

    private List<WeeklySchedule.SpecialPeriods> distinctSpecial() {
        return some(SPECIAL).stream()
                .map(id ->
                        new WeeklySchedule.SpecialPeriods(
                                id,
                                random.nextBoolean()
                                        ? List.of()
                                        : List.of(
                                                new WeeklySchedule.Span(
                                                        random.nextInt(1_440),
                                                        random.nextInt(1_441)))))
                .toList();
    }

    private List<AccessProfile.Policy> policies() {
        return some(POINTS).stream()
                .map(point -> new AccessProfile.Policy(point, oneOf(SCHEDULES)))
                .toList();
    }

    private Holder holder(HolderId id) {
        return new Holder(
                id,
                oneOf(List.of(HolderKind.values())),
                HOUSEHOLDS.get(HOLDERS.indexOf(id)),
                some(PROFILES),
                random.nextBoolean(),
                random.nextBoolean());
    }

    private List<Credential> credentials() {
        PinHashes hashes = new PinHashes(key(32));
        List<Credential> all = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            PinHash pin = hashes.of("%04d".formatted(i));
            all.add(
                    switch (random.nextInt(4)) {
                        case 0 -> credential(PinHashes.identifier(pin), CredentialClass.PIN, null);
                        case 1 ->
                                credential(
                                        identifier("ntag-424:%014X", i),
                                        CredentialClass.SIGNED_TAG,
                                        null);
                        case 2 ->
                                credential(
                                        identifier("wiegand-34:%08X", i),
                                        CredentialClass.SECTOR_NUMBER,
                                        pin);
                        default ->
                                credential(
                                        identifier("wiegand-26:%02X:0001", i),
                                        CredentialClass.PLAIN_NUMBER,
                                        null);
                    });
        }
        return all;
    }

    private Credential credential(
            CredentialIdentifier identifier, CredentialClass type, @Nullable PinHash pin) {
        Instant from = Instant.ofEpochSecond(60L * random.nextInt(1 << 25));
        return new Credential(
                identifier,
                oneOf(HOLDERS),
                type,
                oneOf(List.of(CredentialStatus.values())),
                perhaps(() -> from),
                perhaps(() -> from.plusSeconds(60)),
                pin,
                pin == null ? null : perhaps(() -> new PinHash("A".repeat(32))),
                type == CredentialClass.SIGNED_TAG ? key(16) : null);
    }

    private PlaceRules places() {
        return new PlaceRules(
                some(DOORS).stream().map(door -> new DoorRule(door, list(3, this::mode))).toList(),
                some(POINTS).stream().map(this::accessPoint).toList(),
                some(AREAS).stream().map(this::area).toList(),
                list(3, () -> new Interlock(some(DOORS.subList(0, 3), 2))),
                random.nextBoolean()
                        ? List.of()
                        : List.of(
                                new TravelTime(POINTS.get(0), POINTS.get(1), 1 + number()),
                                new TravelTime(POINTS.get(1), POINTS.get(2), 1 + number())));
    }

    private DoorRule.ModeTime mode() {
        DoorMode mode = oneOf(List.of(DoorMode.LOCKED, DoorMode.UNLOCKED, DoorMode.BLOCKED));
        return new DoorRule.ModeTime(
                oneOf(SCHEDULES), mode, mode == DoorMode.UNLOCKED ? some(PROFILES) : List.of());
    }

    private AccessPointRule accessPoint(AccessPointId id) {
        return new AccessPointRule(
                id,
                some(SCHEDULES).stream()
                        .map(schedule ->
                                new AccessPointRule.SecurityTime(
                                        schedule, oneOf(List.of(SecurityLevel.values()))))
                        .toList(),
                perhaps(() -> oneOf(SCHEDULES)),
                5 + random.nextInt(116),
                some(List.of(HolderKind.values())),
                5 + random.nextInt(296),
                perhaps(() -> 1 + random.nextInt(86_400)));
    }

    private AreaRule area(AreaId id) {
        return new AreaRule(
                id,
                oneOf(List.of(Passback.values())),
                perhaps(() -> random.nextInt(1_440)),
                perhaps(() -> 1 + number()),
                perhaps(() -> 1 + number()),
                some(List.of(HolderKind.values())).stream()
                        .map(kind -> new AreaRule.StayLimit(kind, 1 + number()))
                        .toList());
    }

    private List<Quota> quotas() {
        return some(ids(3, QuotaId::new, "q-")).stream()
                .map(id ->
                        new Quota(
                                id,
                                someAtLeastOne(POINTS),
                                1 + random.nextInt(100),
                                1 + random.nextInt(8_760),
                                some(List.of(HolderKind.values())),
                                some(HOUSEHOLDS),
                                Instant.EPOCH,
                                Instant.ofEpochMilli(1 + random.nextLong(1L << 42)),
                                resolution()))
                .toList();
    }

    private Quarantine quarantine() {
        boolean one = random.nextBoolean();
        return new Quarantine(
                one ? oneOf(HOLDERS) : null,
                one ? null : oneOf(HOUSEHOLDS),
                Instant.EPOCH,
                Instant.ofEpochMilli(1 + random.nextLong(1L << 42)),
                resolution());
    }

    private RecognitionRules recognition() {
        return new RecognitionRules(
                some(POINTS).stream()
                        .map(point ->
                                new ClassLimit(
                                        oneOf(List.of(CredentialClass.values())),
                                        point,
                                        perhaps(() -> oneOf(SCHEDULES))))
                        .toList(),
                key(random.nextBoolean() ? 16 : 32),
                4 + random.nextInt(5),
                perhaps(() -> key(16)));
    }

    private LevelRule level(SiteLevel level) {
        boolean out = level == SiteLevel.EVACUATION;
        return new LevelRule(
                level,
                someAtLeastOne(List.of(LevelRule.Origin.values())),
                1 + random.nextInt(1_440),
                some(DOORS).stream()
                        .map(door ->
                                new LevelRule.DoorEffect(
                                        door, out ? DoorMode.LOCKED_OPEN : DoorMode.LOCKED_DOWN))
                        .toList(),
                out ? List.of() : some(List.of(HolderKind.values())));
    }

    private PassRules passes() {
        return new PassRules(
                IntStream.range(0, random.nextInt(3))
                        .mapToObj(i ->
                                new PassIssuer(
                                        "发证点 " + i,
                                        "%064X".formatted(i),
                                        some(POINTS),
                                        random.nextBoolean()))
                        .toList(),
                IntStream.range(0, random.nextInt(3))
                        .mapToObj(i ->
                                new RevokedPass(
                                        new PassId("%016X".formatted(i)), Instant.ofEpochMilli(i)))
                        .toList(),
                perhaps(() -> key(32)),
                perhaps(() ->
                        new PinPassRule(
                                key(32),
                                someAtLeastOne(POINTS),
                                1 + random.nextInt(72),
                                1 + random.nextInt(10))));
    }

    private Resolution resolution() {
        return new Resolution(
                "议事会",
                LocalDate.ofEpochDay(random.nextInt(40_000)),
                random.nextBoolean() ? "" : "纪要 \"7\" 🚪");
    }

    private SecretKey key(int bytes) {
        return new SecretKey("%02X".formatted(random.nextInt(256)).repeat(bytes));
    }

    private int number() {
        return random.nextInt(10_000);
    }

    private static CredentialIdentifier identifier(String form, int number) {
        return new CredentialIdentifier(form.formatted(number));
    }

    private <T> @Nullable T perhaps(Supplier<T> maker) {
        return random.nextBoolean() ? maker.get() : null;
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> List<T> some(List<T> choices) {
        return some(choices, 0);
    }

    private <T> List<T> someAtLeastOne(List<T> choices) {
        return some(choices, 1);
    }

    private <T> List<T> some(List<T> choices, int least) {
        List<T> shuffled = new ArrayList<>(choices);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, least + random.nextInt(choices.size() - least + 1));
    }

    private <T> List<T> list(int most, Supplier<T> maker) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(_ -> maker.get())
                .distinct()
                .toList();
    }

    private static <I, T> List<T> each(List<I> ids, Function<I, T> maker) {
        return ids.stream().map(maker).toList();
    }

    private static <T> List<T> ids(int count, Function<String, T> maker, String prefix) {
        return IntStream.range(0, count).mapToObj(i -> maker.apply(prefix + i)).toList();
    }
}
