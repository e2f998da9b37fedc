/// What a gate decides. It requires the contract and annotations and nothing else, so that the
/// compiler proves that it touches nothing.
module org.menfang.gate.core {
    requires static transitive org.jspecify;
    requires transitive org.menfang.edgeconfig;

    exports org.menfang.gate;
    exports org.menfang.gate.access;
    exports org.menfang.gate.alarm;
    exports org.menfang.gate.ledger;
    exports org.menfang.gate.loop;
    exports org.menfang.gate.port;
    exports org.menfang.gate.port.memory;
    exports org.menfang.gate.reader;
    exports org.menfang.gate.rule;
}
