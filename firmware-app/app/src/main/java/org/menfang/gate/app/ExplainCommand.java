package org.menfang.gate.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.menfang.cose.Keyring;
import org.menfang.gate.local.EventSearch;
import org.menfang.gate.local.Records;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.rule.Explanation;
import org.menfang.gate.rule.Inquiry;
import org.menfang.gate.rules.RuleSearch;
import org.menfang.json.Parsed;
import org.menfang.rules.RuleSet;
import org.menfang.rules.file.RuleFault;
import org.menfang.rules.signed.RuleParcel;
import org.menfang.site.Site;
import org.menfang.site.file.SiteFiles;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Event;
import org.menfang.wire.json.EventJson;
import org.menfang.wire.json.ReceivedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Decides a recorded event again, by the rules of its time, and prints what each rule says.
@Command(
        name = "explain",
        description = {
            "说明一次放行或拒绝的原因：用当时的规则再判断一遍，逐条列出。",
            "Says why somebody was let in or not: decides again by the rules of that time, rule by"
                    + " rule."
        },
        header = "说明为什么放行或拒绝 / say why somebody was let in or not",
        mixinStandardHelpOptions = true,
        versionProvider = Build.Version.class,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%n退出状态 / Exit status:%n",
        exitCodeList = {
            "0:已说明 / explained",
            "64:用法错误 / wrong use",
            "69:没有这个事件或当时的规则 / the event, or the rules of its time, are not there",
            "70:内部错误，或再次判断的结果不同 / internal fault, or the rules decide otherwise today",
            "74:存储故障 / storage"
        })
final class ExplainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "EVENT-ID", description = "事件编号 / the event: north/events/123, or 123")
    private String event = "";

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "大门的数据文件夹 / the gate's data folder")
    private Path data = Path.of("");

    @Option(
            names = "--language",
            paramLabel = "zh|en",
            description = "语言 / language; default: that of the system")
    private Language language = Language.ofSystem();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try {
            return explain();
        } catch (Refusal refusal) {
            spec.commandLine().getErr().println("menfang gate: " + refusal.getMessage());
            return refusal.exitStatus();
        }
    }

    private int explain() throws Refusal {
        EventName name =
                EventName.parse(event)
                        .orElseThrow(() ->
                                new Refusal(
                                        ExitStatus.WRONG_USE,
                                        "not the name of an event: " + event));
        Site site =
                SiteFiles.lastGood(data)
                        .orElseThrow(() -> notThere("no gate has run on the data folder " + data));
        Event recorded;
        Explanation explanation;
        try (OpenRecords open = OpenRecords.of(data)) {
            recorded = event(open.records(), name);
            AccessTable table = table(open.records(), recorded, site);
            explanation =
                    Explanation.of(table, recorded)
                            .orElseThrow(
                                    () -> notThere("the site has no such access point any more"));
        }
        ExplanationWords words = new ExplanationWords(language, site.zone());
        words.lines(recorded, explanation).forEach(spec.commandLine().getOut()::println);
        return explanation.agrees() ? ExitStatus.FINE : ExitStatus.INTERNAL;
    }

    private static Event event(Records records, EventName name) throws Refusal {
        String text =
                switch (records.event(name.seq())) {
                    case EventSearch.Found(String found) -> found;
                    case EventSearch.NotKept() ->
                            throw notThere("the event " + name.seq() + " is not kept here");
                    case EventSearch.Unreadable(String why) ->
                            throw new Refusal(ExitStatus.STORAGE, why);
                };
        Event event =
                switch (EventJson.read(text.getBytes(StandardCharsets.UTF_8))) {
                    case Parsed.Read<List<ReceivedEvent>>(var read) -> read.getFirst().event();
                    case Parsed.Malformed<List<ReceivedEvent>>(String why) ->
                            throw new Refusal(ExitStatus.STORAGE, "the event is damaged: " + why);
                };
        if (name.gate() != null && !name.gate().equals(event.gate().value())) {
            throw notThere("these are the records of the gate " + event.gate());
        }
        return event;
    }

    private AccessTable table(Records records, Event recorded, Site site) throws Refusal {
        long version =
                Inquiry.of(recorded)
                        .orElseThrow(() -> notThere("the event tells of no decision of the rules"))
                        .grounds()
                        .rulesVersion();
        return version == 0
                ? AccessTable.empty(site)
                : AccessTable.of(site, rules(records, version));
    }

    private RuleSet rules(Records records, long version) throws Refusal {
        RuleParcel parcel =
                switch (records.rules(version)) {
                    case RuleSearch.Found(RuleParcel found) -> found;
                    case RuleSearch.NotKept() ->
                            throw notThere("the rules of version " + version + " are not kept");
                    case RuleSearch.Unreadable(String why) ->
                            throw new Refusal(ExitStatus.STORAGE, why);
                };
        Keyring keys = new AcceptedKeys(DataFolder.keys(data)).get();
        return switch (parcel.open(keys)) {
            case RuleParcel.Opening.Opened(RuleSet rules, Sha256 _) -> rules;
            case RuleParcel.Opening.Refused(List<RuleFault> faults) ->
                    throw notThere(
                            "the rules of version "
                                    + version
                                    + ": "
                                    + faults.getFirst().message(language.locale()));
        };
    }

    private static Refusal notThere(String why) {
        return new Refusal(ExitStatus.UNAVAILABLE, why);
    }
}
