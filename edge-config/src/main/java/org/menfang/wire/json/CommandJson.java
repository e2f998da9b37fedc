package org.menfang.wire.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.menfang.json.Json;
import org.menfang.json.JsonTree;
import org.menfang.json.Parsed;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.wire.Command;

/// Commands as plain JSON objects.
public final class CommandJson {
    private static final Map<String, Class<? extends Command.Order>> ORDERS =
            Map.of(
                    "act-on-door", Command.Order.ActOnDoor.class,
                    "hold-open", Command.Order.HoldOpen.class,
                    "assist-entry", Command.Order.AssistEntry.class,
                    "forgive-place", Command.Order.ForgivePlace.class,
                    "set-level", Command.Order.SetLevel.class,
                    "acknowledge-alarm", Command.Order.AcknowledgeAlarm.class,
                    "reset-alarm", Command.Order.ResetAlarm.class);

    private CommandJson() {}

    /// The canonical text of a command.
    public static byte[] write(Command command) {
        return JsonTree.object()
                .put("id", command.id().value())
                .put("compound", command.compound().value())
                .put("gate", command.gate().value())
                .put("boot", command.boot())
                .put("expiresAtUptimeMillis", command.expiresAtUptimeMillis())
                .put("by", command.by().value())
                .put("order", nameOf(command.order()))
                .put("data", Json.tree(command.order()))
                .build()
                .write();
    }

    /// Reads a command.
    public static Parsed<Command> read(byte[] message) {
        return Json.parse(message)
                .then(tree -> tree.as(Envelope.class).then(envelope -> envelope.open(tree)));
    }

    /// The id of a message that is perhaps not a whole command, so that its refusal can name it.
    public static @Nullable CommandId idOf(byte[] message) {
        return switch (Json.parse(message).then(tree -> tree.field("id", CommandId.class))) {
            case Parsed.Read<CommandId>(CommandId id) -> id;
            case Parsed.Malformed<CommandId> malformed -> null;
        };
    }

    private static String nameOf(Command.Order order) {
        return switch (order) {
            case Command.Order.ActOnDoor _ -> "act-on-door";
            case Command.Order.HoldOpen _ -> "hold-open";
            case Command.Order.AssistEntry _ -> "assist-entry";
            case Command.Order.ForgivePlace _ -> "forgive-place";
            case Command.Order.SetLevel _ -> "set-level";
            case Command.Order.AcknowledgeAlarm _ -> "acknowledge-alarm";
            case Command.Order.ResetAlarm _ -> "reset-alarm";
        };
    }

    private record Envelope(
            CommandId id,
            CompoundId compound,
            GateId gate,
            long boot,
            long expiresAtUptimeMillis,
            OperatorName by,
            String order) {
        Parsed<Command> open(JsonTree tree) {
            Class<? extends Command.Order> type = ORDERS.get(order);
            if (type == null) {
                return Parsed.malformed("no such order");
            }
            return tree.field("data")
                    .then(data -> data.as(type))
                    .then(read ->
                            Parsed.read(
                                    new Command(
                                            id,
                                            compound,
                                            gate,
                                            boot,
                                            expiresAtUptimeMillis,
                                            by,
                                            read)));
        }
    }
}
