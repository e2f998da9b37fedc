package org.menfang.hub.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.menfang.hub.board.GateCard;
import org.menfang.hub.home.HomeShelf.Sending;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.DoorPhase;
import org.menfang.vocabulary.LampLight;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateState.DoorView;

final class HomeShelfTest {
    private static final Sending HUB_ONLINE = new Sending(HomeTopics.HUB, "online");
    private static final Sending HUB_OFFLINE = new Sending(HomeTopics.HUB, "offline");
    private static final String NORTH_LAMP = "menfang-home/1/elm-lane/north/lamp/lamp-1";

    private final HomeShelf shelf = new HomeShelf();
    private final Map<String, String> broker = new TreeMap<>();

    @Test
    void everything_is_said_once_and_the_hub_is_there_only_after_it() {
        List<Sending> first = shelf.due(sample(), true);
        assertEquals(sample().messages().size(), first.size());
        assertFalse(first.contains(HUB_ONLINE));
        assertEquals(List.of(), shelf.due(sample(), true), "what is underway is not sent again");
        first.forEach(this::deliver);
        assertEquals(List.of(HUB_ONLINE), turn(sample(), true));
        assertEquals(List.of(), turn(sample(), true));
    }

    @Test
    void a_description_comes_after_its_state() {
        List<String> topics =
                shelf.due(sample(), true).stream().map(sending -> sending.topic()).toList();
        int lastState =
                IntStream.range(0, topics.size())
                        .filter(i -> topics.get(i).startsWith("menfang-home/"))
                        .max()
                        .orElseThrow();
        assertTrue(
                topics.subList(0, lastState).stream().allMatch(t -> t.startsWith("menfang-home/")));
    }

    @Test
    void only_what_changed_is_said() {
        settle();
        List<Sending> changed = turn(sample(LampLight.DEAD), true);
        assertEquals(
                List.of(new Sending(NORTH_LAMP, "{\"light\":\"OFF\",\"fault\":\"ON\"}")), changed);
    }

    @Test
    void what_is_lost_is_said_again_and_what_is_refused_is_not() {
        settle();
        HomePicture dead = sample(LampLight.DEAD);
        Sending sending = shelf.due(dead, true).getFirst();
        shelf.lost(sending);
        assertEquals(List.of(sending), shelf.due(dead, true));
        shelf.refused(sending);
        assertEquals(List.of(), shelf.due(dead, true));
        assertEquals(1, shelf.due(sample(LampLight.OFF), true).size(), "something else is tried");
    }

    @Test
    void a_door_that_is_taken_out_is_cleared_away() {
        settle();
        turn(view(north(List.of())), true);
        assertEquals(
                List.of(),
                broker.keySet().stream().filter(topic -> topic.contains("door")).toList());
        turn(sample(), true);
        assertEquals(withHub(), broker);
    }

    @Test
    void a_hub_that_starts_again_doubles_nothing_and_clears_what_went_meanwhile() {
        settle();
        HomeId gone = new HomeId.OfDoor(gate("north"), new DoorId("old"));
        HomeId open = new HomeId.OfDoor(gate("west"), new DoorId("perhaps"));
        Map<String, String> kept = new TreeMap<>(broker);
        for (HomeId id : List.of(gone, open)) {
            kept.put(id.document(), "{}");
            kept.put(id.state(), "{}");
        }
        broker.putAll(kept);
        shelf.forget();
        kept.forEach((topic, payload) -> {
            if (topic.startsWith("homeassistant/")) {
                shelf.heard(topic, payload);
            }
        });
        List<Sending> again = turn(sample(), true);
        assertTrue(
                again.stream()
                        .filter(sending -> sending.topic().startsWith("homeassistant/"))
                        .allMatch(sending -> sending.equals(new Sending(gone.document(), ""))),
                again.toString());
        Map<String, String> expected = withHub();
        expected.put(open.document(), "{}");
        expected.put(open.state(), "{}");
        turn(sample(), true);
        assertEquals(expected, broker);
    }

    @Test
    void descriptions_of_others_are_left_alone() {
        shelf.heard("homeassistant/device/somebody_else/config", "{}");
        shelf.heard("homeassistant/device/menfang_elm-lane_north_siren_x/config", "{}");
        settle();
        assertEquals(withHub(), broker);
    }

    @Test
    void a_hub_that_cannot_be_believed_says_so_at_once_and_comes_back_last() {
        settle();
        assertEquals(List.of(HUB_OFFLINE), turn(sample(), false));
        HomePicture dead = sample(LampLight.DEAD);
        assertEquals(1, turn(dead, true).size());
        assertEquals(List.of(HUB_ONLINE), turn(dead, true));
    }

    @Test
    void no_more_is_underway_than_allowed_and_all_of_it_comes_in_the_end() {
        HomePicture large =
                view(
                        north(
                                IntStream.range(0, 300)
                                        .mapToObj(i ->
                                                new DoorView(
                                                        new DoorId("door-" + i),
                                                        "门",
                                                        DoorMode.LOCKED,
                                                        DoorPhase.SECURED))
                                        .toList()));
        assertEquals(HomeShelf.SENDINGS_MAX, turn(large, true).size());
        while (!broker.containsKey(HomeTopics.HUB)) {
            assertTrue(turn(large, true).size() <= HomeShelf.SENDINGS_MAX);
        }
        assertEquals(large.messages().size() + 1, broker.size());
    }

    private void settle() {
        turn(sample(), true);
        turn(sample(), true);
        assertEquals(withHub(), broker);
    }

    private List<Sending> turn(HomePicture picture, boolean there) {
        List<Sending> due = shelf.due(picture, there);
        due.forEach(this::deliver);
        return due;
    }

    private void deliver(Sending sending) {
        if (sending.payload().isEmpty()) {
            broker.remove(sending.topic());
        } else {
            broker.put(sending.topic(), sending.payload());
        }
        shelf.delivered(sending);
    }

    private static Map<String, String> withHub() {
        Map<String, String> all = new TreeMap<>(sample().messages());
        all.put(HomeTopics.HUB, "online");
        return all;
    }

    private static HomePicture sample() {
        return sample(LampLight.BURNING);
    }

    private static HomePicture sample(LampLight light) {
        return view(HomeSamples.north(DoorPhase.SECURED, light));
    }

    private static HomePicture view(GateCard north) {
        return HomeSamples.view()
                .of(HomeSamples.board(List.of(), north, HomeSamples.unheard("west")));
    }

    private static GateCard north(List<DoorView> doors) {
        return HomeSamples.card(
                HomeSamples.NORTH,
                true,
                HomeSamples.state("北门", SiteLevel.NORMAL, doors, List.of()),
                "0.1.0");
    }

    private static GateIdentity gate(String name) {
        return GateIdentity.parse("elm-lane/" + name).orElseThrow();
    }
}
