package org.menfang.sim.bench;

/// The least that a program in Java does: how quickly this machine starts one at all.
final class WordOfJava {
    static final String WORD = "there";

    private WordOfJava() {}

    public static void main(String[] arguments) {
        System.out.println(WORD);
    }
}
