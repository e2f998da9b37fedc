package org.menfang.gate.osdp;

final class InMemoryKeyShelfTest extends KeyShelfContract {
    private final KeyShelf shelf = new InMemoryKeyShelf();

    @Override
    KeyShelf shelf() {
        return shelf;
    }
}
