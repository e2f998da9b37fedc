package org.menfang.pass;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.menfang.cbor.CborFault;
import org.menfang.cbor.CborLimits;
import org.menfang.cbor.CborRead;
import org.menfang.cbor.CborReader;
import org.menfang.cbor.CborValue;
import org.menfang.cbor.CborWriter;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.PassId;

/// What a pass says, as the claims of a CBOR Web Token (RFC 8392). Our own claims stand together
/// under one number of the range for private use, which costs five bytes once.
final class Claims {
    private static final long EXPIRES = 4;
    private static final long NOT_BEFORE = 5;
    private static final long ID = 7;
    private static final long OURS = -65537;

    private static final long COMPOUND = 1;
    private static final long ACCESS_POINTS = 2;
    private static final long AREAS = 3;
    private static final long GATES = 4;
    private static final long USES = 5;
    private static final long HOLDER = 6;
    private static final long TYPE = 7;

    /// Most places in all. More do not fit into a code that a phone's camera reads well.
    static final int NAMES_MAX = 12;

    private static final int ID_BYTES = 8;

    /// What stands for each kind is its place in the list, from 1 on. New ones come at the end.
    private static final List<HolderKind> HOLDERS =
            List.of(
                    HolderKind.RESIDENT,
                    HolderKind.RENTER,
                    HolderKind.VOLUNTEER,
                    HolderKind.COURIER,
                    HolderKind.VISITOR);

    private static final List<PassClass> TYPES = List.of(PassClass.PAPER, PassClass.ROTATING);

    private static final CborLimits LIMITS = new CborLimits(PassReader.BYTES_MAX, 3, 64);

    private Claims() {}

    /// What became of the signed bytes.
    sealed interface Reading {
        record Read(Pass pass) implements Reading {}

        record Refused(PassFault fault) implements Reading {}
    }

    /// @throws IllegalArgumentException if the pass names no place, or too many
    static byte[] write(Pass pass) {
        if (pass.scope().names() < 1 || pass.scope().names() > NAMES_MAX) {
            throw new IllegalArgumentException(
                    "a signed pass names 1 to 12 places, not " + pass.scope().names());
        }
        List<CborValue.Entry> ours = new ArrayList<>();
        ours.add(CborValue.Entry.of(COMPOUND, new CborValue.Text(pass.compound().value())));
        PassScope scope = pass.scope();
        addNames(ours, ACCESS_POINTS, scope.accessPoints(), AccessPointId::value);
        addNames(ours, AREAS, scope.areas(), AreaId::value);
        addNames(ours, GATES, scope.gates(), GateId::value);
        if (pass.usesMax() != null) {
            ours.add(entry(USES, pass.usesMax()));
        }
        ours.add(entry(HOLDER, HOLDERS.indexOf(pass.holder()) + 1));
        ours.add(entry(TYPE, TYPES.indexOf(pass.type()) + 1));
        return CborWriter.write(
                CborValue.Map.of(
                        entry(EXPIRES, pass.expires().getEpochSecond()),
                        entry(NOT_BEFORE, pass.notBefore().getEpochSecond()),
                        CborValue.Entry.of(
                                ID,
                                new CborValue.Bytes(HexFormat.of().parseHex(pass.id().value()))),
                        CborValue.Entry.of(OURS, new CborValue.Map(ours))));
    }

    static Reading read(byte[] bytes) {
        return switch (CborReader.read(bytes, LIMITS)) {
            case CborRead.Refused(CborFault fault, int _) ->
                    new Reading.Refused(PassFault.of(fault));
            case CborRead.Read(CborValue.Map map) -> read(map);
            case CborRead.Read read -> new Reading.Refused(PassFault.CLAIM_WRONG_TYPE);
        };
    }

    private static Reading read(CborValue.Map map) {
        ClaimSet all = new ClaimSet(map);
        Instant expires = all.time(EXPIRES);
        Instant notBefore = all.time(NOT_BEFORE);
        byte[] id = all.bytes(ID, ID_BYTES);
        ClaimSet ours = all.map(OURS);
        String compound = ours.name(COMPOUND);
        List<String> accessPoints = ours.names(ACCESS_POINTS);
        List<String> areas = ours.names(AREAS);
        List<String> gates = ours.names(GATES);
        Integer uses = ours.has(USES) ? (int) ours.number(USES, 1, Pass.USES_MAX) : null;
        int holder = (int) ours.number(HOLDER, 1, HOLDERS.size());
        int type = (int) ours.number(TYPE, 1, TYPES.size());
        PassFault fault = all.fault().or(ours::fault).orElse(null);
        if (fault != null) {
            return new Reading.Refused(fault);
        }
        int names = accessPoints.size() + areas.size() + gates.size();
        if (names < 1 || names > NAMES_MAX || !notBefore.isBefore(expires)) {
            return new Reading.Refused(PassFault.CLAIM_OUT_OF_RANGE);
        }
        return new Reading.Read(
                new Pass(
                        new PassId(HexFormat.of().withUpperCase().formatHex(id)),
                        new CompoundId(compound),
                        new PassScope(
                                accessPoints.stream().map(AccessPointId::new).toList(),
                                areas.stream().map(AreaId::new).toList(),
                                gates.stream().map(GateId::new).toList()),
                        HOLDERS.get(holder - 1),
                        notBefore,
                        expires,
                        uses,
                        TYPES.get(type - 1)));
    }

    private static <T> void addNames(
            List<CborValue.Entry> claims, long key, List<T> names, Function<T, String> text) {
        if (!names.isEmpty()) {
            claims.add(
                    CborValue.Entry.of(
                            key,
                            new CborValue.Array(
                                    names.stream()
                                            .map(name ->
                                                    (CborValue)
                                                            new CborValue.Text(text.apply(name)))
                                            .toList())));
        }
    }

    private static CborValue.Entry entry(long key, long value) {
        return CborValue.Entry.of(key, new CborValue.Whole(value));
    }
}
