package org.menfang.hub.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.Right;
import org.menfang.json.Json;
import org.menfang.json.JsonTree;

/// A hub that has one round of two points for everybody, and does with acts what the test says.
final class ScriptedRounds implements Section {
    private record Refusal(String key, String why) {}

    private final List<String> taken = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final Deque<String> refusals = new ArrayDeque<>();
    private final List<byte[]> pictures = new ArrayList<>();
    private boolean losing;
    private int asked;

    @Override
    public void addTo(PageTable table) {
        table.get("/api/v1/rounds/mine", Right.WALK_ROUNDS, this::mine);
        table.post("/api/v1/rounds/acts", Right.WALK_ROUNDS, this::act);
        table.post("/api/v1/rounds/pictures", Right.WALK_ROUNDS, this::photograph);
    }

    synchronized List<String> taken() {
        return List.copyOf(taken);
    }

    synchronized int asked() {
        return asked;
    }

    synchronized void refuseNext(String why) {
        refusals.add(why);
    }

    /// The next acts are taken, and the page never hears so.
    synchronized void loseNextAnswer() {
        losing = true;
    }

    private synchronized Reply mine(Visit visit) {
        boolean begun = taken.stream().anyMatch(act -> act.startsWith("BEGIN"));
        boolean been = taken.stream().anyMatch(act -> act.startsWith("POINT r1 west-wall"));
        String plan =
                """
                {"now":"%s","rounds":[{"id":"r1","tour":"night","name":"夜间巡逻",
                 "dueFrom":"%s","dueTo":"%s","state":"%s","anyOrder":false,"points":[
                 {"id":"west-wall","name":"西墙",%s"how":"BUTTON","checks":[{"id":"lamp","text":"路灯亮着"}]},
                 {"id":"shed","name":"车棚","how":"QR","checks":[]}]}]}
                """
                        .formatted(
                                visit.now(),
                                visit.now().minusSeconds(600),
                                visit.now().plusSeconds(3_600),
                                begun ? "WALKING" : "DUE",
                                been ? "\"done\":\"" + visit.now() + "\"," : "");
        return json(plan.getBytes(StandardCharsets.UTF_8));
    }

    private synchronized Reply act(Visit visit) {
        asked++;
        List<String> keysTaken = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        JsonTree asking = Json.parse(visit.body()).orThrow();
        for (JsonTree act : asking.field("acts").orThrow().elements().orElseThrow()) {
            String key = text(act, "key");
            if (refusals.isEmpty()) {
                keysTaken.add(key);
                if (keys.add(key)) {
                    taken.add(said(act));
                }
            } else {
                refused.add(new Refusal(key, refusals.remove()));
            }
        }
        if (losing) {
            losing = false;
            return new Reply.Refused(Problem.INTERNAL);
        }
        return json(
                JsonTree.object()
                        .put("taken", Json.tree(keysTaken))
                        .put("refused", Json.tree(refused))
                        .build()
                        .write());
    }

    private synchronized Reply photograph(Visit visit) {
        asked++;
        String key = visit.field("key");
        byte[] jpeg = visit.upload("picture").orElseThrow().bytes();
        if (keys.add(key)) {
            taken.add("PICTURE " + visit.field("round") + " " + visit.field("point"));
            pictures.add(jpeg);
        }
        if (losing) {
            losing = false;
            return new Reply.Refused(Problem.INTERNAL);
        }
        return json(
                JsonTree.object()
                        .put("taken", Json.tree(List.of(key)))
                        .put("refused", Json.tree(List.of()))
                        .build()
                        .write());
    }

    /// The files that came, each once.
    synchronized List<byte[]> pictures() {
        return List.copyOf(pictures);
    }

    private static String said(JsonTree act) {
        String said = text(act, "kind") + " " + text(act, "round");
        for (String more : List.of("point", "text")) {
            if (act.fieldNames().contains(more)) {
                said += " " + text(act, more);
            }
        }
        return said;
    }

    private static String text(JsonTree act, String name) {
        return act.field(name, String.class).orThrow();
    }

    private static Reply json(byte[] text) {
        return new Reply.File("rounds.json", "application/json", text, true);
    }
}
