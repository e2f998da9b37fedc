package org.menfang.packages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import picocli.AutoComplete;
import picocli.CommandLine;

/// Writes the manual pages of a program, one for each of its commands, and its completion for bash.
public final class Pages {
    private Pages() {}

    /// @param arguments the class of the command line, the name of the program in its package, and
    ///   the folder to write into
    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        String name = arguments[1];
        Path folder = Files.createDirectories(Path.of(arguments[2]));
        CommandLine program = new CommandLine(Class.forName(arguments[0]));
        program.setCommandName(name);
        write(program, name, folder);
        Files.writeString(folder.resolve(name), AutoComplete.bash(name, program), UTF_8);
    }

    private static void write(CommandLine command, String name, Path folder) throws IOException {
        Files.writeString(folder.resolve(name + ".1"), new ManPage(command, name).text(), UTF_8);
        for (CommandLine each : commandsOf(command)) {
            write(each, name + "-" + each.getCommandName(), folder);
        }
    }

    /// The commands of a command, each once whatever else it is called.
    static Set<CommandLine> commandsOf(CommandLine command) {
        Set<CommandLine> commands = new LinkedHashSet<>(command.getSubcommands().values());
        commands.removeIf(each -> each.getCommandSpec().usageMessage().hidden());
        return commands;
    }
}
