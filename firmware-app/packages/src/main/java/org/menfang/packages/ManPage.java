package org.menfang.packages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The manual page of one command, in the language of `man`.
final class ManPage {
    private final CommandLine command;
    private final CommandSpec spec;
    private final String name;
    private final StringBuilder text = new StringBuilder();

    /// @param name of the page, such as `menfang-gate-run`
    ManPage(CommandLine command, String name) {
        this.command = command;
        this.spec = command.getCommandSpec();
        this.name = name;
    }

    String text() {
        text.setLength(0);
        macro("TH " + name.toUpperCase(Locale.ROOT) + " 1 \"\" \"Menfang\" \"Menfang\"");
        macro("ad l");
        section("NAME", name + " - " + summary());
        section("SYNOPSIS", synopsis());
        macro("SH DESCRIPTION");
        paragraphs(spec.usageMessage().description());
        parameters();
        options();
        commands();
        exitStatus();
        seeAlso();
        return text.toString();
    }

    private String summary() {
        String[] header = spec.usageMessage().header();
        String[] description = spec.usageMessage().description();
        List<String> said = header.length > 0 ? List.of(header) : Arrays.asList(description);
        return said.isEmpty() ? name : plain(String.join(" ", said));
    }

    /// As it is typed: the words of the page's name, with a space where a command begins.
    private String synopsis() {
        String usage = command.getHelp().synopsis(0).strip().replaceAll("\\s+", " ");
        return plain(usage);
    }

    private void parameters() {
        for (PositionalParamSpec each : spec.positionalParameters()) {
            if (!each.hidden()) {
                item(each.paramLabel(), each.description());
            }
        }
    }

    private void options() {
        macro("SH OPTIONS");
        for (OptionSpec each : spec.options()) {
            if (!each.hidden()) {
                String label = each.arity().max() > 0 ? " " + each.paramLabel() : "";
                item(String.join(", ", each.names()) + label, each.description());
            }
        }
    }

    private void commands() {
        if (Pages.commandsOf(command).isEmpty()) {
            return;
        }
        macro("SH COMMANDS");
        for (CommandLine each : Pages.commandsOf(command)) {
            item(each.getCommandName(), each.getCommandSpec().usageMessage().description());
        }
    }

    private void exitStatus() {
        if (spec.usageMessage().exitCodeList().isEmpty()) {
            return;
        }
        macro("SH EXIT STATUS");
        spec.usageMessage()
                .exitCodeList()
                .forEach((status, meaning) -> item(status, new String[] {meaning}));
    }

    private void seeAlso() {
        List<String> pages =
                Pages.commandsOf(command).stream()
                        .map(each -> name + "-" + each.getCommandName() + "(1)")
                        .collect(Collectors.toList());
        if (spec.parent() != null) {
            pages.add(name.substring(0, name.length() - spec.name().length() - 1) + "(1)");
        }
        if (!pages.isEmpty()) {
            section("SEE ALSO", String.join(", ", pages));
        }
    }

    private void section(String title, String words) {
        macro("SH " + title);
        line(words);
    }

    private void paragraphs(String[] lines) {
        for (int at = 0; at < lines.length; at++) {
            if (at > 0) {
                macro("PP");
            }
            line(plain(lines[at]));
        }
    }

    private void item(String what, String[] meaning) {
        macro("TP");
        text.append("\\fB").append(escaped(what)).append("\\fR\n");
        line(meaning.length == 0 ? what : plain(String.join(" ", meaning)));
    }

    private void macro(String words) {
        text.append('.').append(words).append('\n');
    }

    /// A dot or an apostrophe at the beginning of a line would be a request.
    private void line(String words) {
        if (words.startsWith(".") || words.startsWith("'")) {
            text.append("\\&");
        }
        text.append(escaped(words)).append('\n');
    }

    /// A line may also be broken after the punctuation of Chinese, which has no space.
    private static String escaped(String words) {
        return words.replace("\\", "\\e").replace("-", "\\-").replaceAll("[，。；：、！？）]", "$0\\\\:");
    }

    /// What picocli prints for it, without colours.
    private static String plain(String words) {
        String flat = words.replace("%n", " ").replace("%%", "%");
        return Ansi.OFF.string(flat).strip().replaceAll("\\s+", " ");
    }
}
