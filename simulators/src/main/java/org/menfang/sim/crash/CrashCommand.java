package org.menfang.sim.crash;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `menfang crash`: cuts the power of real programs.
@Command(
        name = "crash",
        mixinStandardHelpOptions = true,
        description = {
            "对真实程序反复断电：磁盘丢掉或撕碎未落盘的写入；然后检查已确认的数据一条不少、",
            "日志链完整、程序能重新工作。先跑两种必定丢数据的对照，对照不丢则本工具无效。",
            "Cuts the power of the real storage of gate and hub, again and again: the disk loses or",
            "tears what was not synced. Then nothing acknowledged may be missing, every chain is",
            "whole, and the program serves again. First come controls that must lose; if they do",
            "not, this rig sees nothing.",
            ""
        },
        exitCodeOnInvalidInput = CrashCommand.WRONG_USE,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {
            "0:全部守住 / every promise was kept",
            "1:有承诺被破坏；打印种子和重现命令 / one was not; the seed and the command are printed",
            "64:用法错误 / wrong use",
            "69:缺少所需的东西（如 gcc） / something needed is not there, such as gcc"
        })
public final class CrashCommand implements Callable<Integer> {
    static final int WRONG_USE = 64;

    private static final int BROKEN_PROMISE = 1;
    private static final int UNAVAILABLE = 69;
    private static final int COUNT_MAX = 1_000_000;
    private static final int CUTS_USUALLY = 30;
    private static final int GATE_PERCENT = 60;

    @Option(
            names = "--cuts",
            paramLabel = "N",
            description = "断电多少次；不写 --kills 时默认 30 / how many cuts; 30 without --kills")
    private @Nullable Integer wantedCuts;

    @Option(
            names = "--kills",
            paramLabel = "N",
            defaultValue = "0",
            description = {
                "在有人进出时杀掉大门、值班中心、消息服务多少次，一半用 mosquitto",
                "how many times gate, hub and broker are killed while people use the doors, half of"
                        + " them with mosquitto; default: ${DEFAULT-VALUE}"
            })
    private int kills;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "种子；不写则随机 / what chance is drawn from; without it a fresh one")
    private @Nullable Long seed;

    @Option(
            names = "--victim",
            paramLabel = "NAME",
            description = "只断哪一个 / only this one: ${COMPLETION-CANDIDATES}")
    private @Nullable Victim only;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {
                "放数据的文件夹；默认用临时文件夹，没有失败则结束时删除",
                "a folder for the data; without it a temporary one, removed unless something failed"
            })
    private @Nullable Path data;

    @Spec private CommandSpec spec = CommandSpec.create();

    public CrashCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        if (cuts() < 0
                || kills < 0
                || cuts() + kills < 1
                || cuts() > COUNT_MAX
                || kills > COUNT_MAX) {
            err.println("--cuts and --kills lie between 0 and " + COUNT_MAX + ", not both 0");
            return WRONG_USE;
        }
        try {
            Path folder = data == null ? Files.createTempDirectory("menfang-crash-") : data;
            int status = run(folder);
            if (status == 0 && data == null) {
                Folders.remove(folder);
            }
            return status;
        } catch (CrashFailure e) {
            err.println(e.getMessage());
            return UNAVAILABLE;
        }
    }

    private int run(Path folder) throws IOException, InterruptedException, CrashFailure {
        PrintWriter out = spec.commandLine().getOut();
        long first = seed == null ? ThreadLocalRandom.current().nextLong(1_000_000_000) : seed;
        PowerCutShim shim = PowerCutShim.build(folder.resolve("shim"));
        out.println("seed " + first);
        CrashTable table = new CrashTable(out);
        boolean kept = cuts() == 0 || cut(new CutRig(shim, folder), first, table);
        kept &= kills == 0 || kill(new KillRig(shim, folder), first, table);
        return kept ? 0 : BROKEN_PROMISE;
    }

    private boolean kill(KillRig rig, long first, CrashTable table)
            throws IOException, InterruptedException, CrashFailure {
        table.headOfKills();
        int outside = KillRig.hasOutsideBroker() ? kills / 2 : 0;
        boolean kept = table.print(rig.run(kills - outside, first, false));
        return outside == 0 ? kept : table.print(rig.run(outside, first, true)) && kept;
    }

    private boolean cut(CutRig rig, long first, CrashTable table)
            throws IOException, InterruptedException, CrashFailure {
        table.head();
        boolean kept = true;
        for (Tally control : rig.controls(victims(), first)) {
            kept &= table.print(control);
        }
        for (Victim victim : victims()) {
            kept &= table.print(rig.run(victim, cutsOf(victim), first));
        }
        return kept;
    }

    private int cuts() {
        return wantedCuts != null ? wantedCuts : kills > 0 ? 0 : CUTS_USUALLY;
    }

    private List<Victim> victims() {
        List<Victim> all = new ArrayList<>();
        for (Victim victim : Victim.values()) {
            if ((only == null || only == victim) && cutsOf(victim) > 0) {
                all.add(victim);
            }
        }
        return all;
    }

    private int cutsOf(Victim victim) {
        int cuts = cuts();
        int gate = (cuts * GATE_PERCENT + 99) / 100;
        return only != null
                ? cuts
                : switch (victim) {
                    case GATE -> gate;
                    case HUB -> cuts - gate;
                };
    }
}
