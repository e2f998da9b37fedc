package org.menfang.gate;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.QuotaId;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.EventPosition;
import org.menfang.wire.Grounds;
import org.menfang.wire.PeerEvents;

/// Reads what other gates did in a few words: `gate-2 5 granted a-1 01:0001 main-exit street out`,
/// `gate-2 6 taken 5`, `gate-2 7 not-taken 5`, `gate-2 8 forgiven a-1`. A last word such as `-2h`
/// says how long ago it happened; `again` before it, that the hub tells it again; `gap`, that
/// something before it is missing.
final class ScriptPeers {
    private final TreeMap<String, Long> told = new TreeMap<>();

    Input read(List<String> words, Moment now) {
        String gate = words.getFirst();
        String last = words.getLast();
        boolean early = last.startsWith("-");
        Duration ago = early ? Times.parse(last.substring(1)) : Duration.ZERO;
        boolean again = words.contains("again");
        boolean gap = words.contains("gap");
        List<String> said =
                words.subList(1, words.size()).stream()
                        .filter(word ->
                                !word.equals("again")
                                        && !word.equals("gap")
                                        && !word.startsWith("-"))
                        .toList();
        long seq = Long.parseLong(said.getFirst());
        long before = told.getOrDefault(gate, 0L);
        long after = gap ? seq - 1 : again ? Math.min(before, seq - 1) : before;
        told.put(gate, gap ? before : Math.max(seq, before));
        Event event =
                new Event(
                        new CompoundId("peace"),
                        new GateId(gate),
                        new EventPosition(EventStream.EVENTS, seq),
                        1,
                        now.wall().minus(ago),
                        TimeTrust.TRUSTED,
                        body(said.subList(1, said.size()), now, ago));
        return new Input.PeersTold(new PeerEvents(event.gate(), after, List.of(event)));
    }

    private static EventBody body(List<String> words, Moment now, Duration ago) {
        return switch (words.getFirst()) {
            case "granted" ->
                    new EventBody.AccessGranted(
                            new AccessPointId(words.get(3)),
                            new DoorId("far"),
                            new HolderId(words.get(1)),
                            Samples.card(words.get(2)),
                            grounds(words.get(4), words.size() > 5 ? words.get(5) : null, now, ago),
                            null);
            case "taken" ->
                    new EventBody.AccessTaken(
                            null, new DoorId("far"), List.of(Long.valueOf(words.get(1))));
            case "not-taken" ->
                    new EventBody.AccessNotTaken(
                            null, new DoorId("far"), List.of(Long.valueOf(words.get(1))));
            case "forgiven" ->
                    new EventBody.PlaceForgiven(
                            new HolderId(words.get(1)), new OperatorName("李阿姨"));
            default -> throw new IllegalArgumentException(words.getFirst());
        };
    }

    private static Grounds grounds(
            String leadsTo, @Nullable String quota, Moment now, Duration ago) {
        return new Grounds(
                3,
                LocalDateTime.ofInstant(now.wall().minus(ago), Samples.ZONE),
                now.wall().minus(ago),
                CredentialClass.PLAIN_NUMBER,
                null,
                null,
                null,
                null,
                DoorMode.LOCKED,
                SiteLevel.NORMAL,
                new AreaId(leadsTo),
                null,
                null,
                null,
                quota == null
                        ? null
                        : List.of(new Grounds.QuotaUse(new QuotaId(quota), 0, 0, false)),
                null,
                null,
                null);
    }
}
