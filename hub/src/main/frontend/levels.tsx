// The level of each compound: what it is, who set it, when it ends, and the change to another one with a second
// question before it.

import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { setLevel } from "./acts";
import { Icon, type IconName } from "./icons";
import { levelKey, type Gate, type Level } from "./model";
import { Outcome } from "./outcome";
import { useBoardState, useSeconds } from "./store";
import { leftUntil } from "./time";
import { t } from "./words";

/** From the least to the gravest. */
const levels: Level[] = ["NORMAL", "PATROL_PRESENT", "LOCKDOWN", "EVACUATION"];

const looks: Record<Level, { kind: string; icon: IconName }> = {
  NORMAL: { kind: "good", icon: "check_circle" },
  PATROL_PRESENT: { kind: "lit", icon: "people" },
  LOCKDOWN: { kind: "bad", icon: "no" },
  EVACUATION: { kind: "bad", icon: "person_button" },
};

export function Levels({ gates }: { gates: Gate[] }): JSX.Element | null {
  useSeconds();
  const compounds = [...new Set(gates.filter((gate) => gate.level !== undefined).map((gate) => gate.compound))];
  if (compounds.length === 0) return null;
  return (
    <div class="levels">
      {compounds.map((compound) => (
        <CompoundLevel
          key={compound}
          compound={compound}
          named={compounds.length > 1}
          gates={gates.filter((gate) => gate.compound === compound)}
        />
      ))}
    </div>
  );
}

function CompoundLevel(props: { compound: string; named: boolean; gates: Gate[] }): JSX.Element {
  const { compound, named, gates } = props;
  const { acts } = useBoardState();
  const [asking, setAsking] = useState<Level | null>(null);
  const key = levelKey(compound);
  const act = acts[key];
  const waiting = act?.phase === "waiting";
  const gravest = gravestOf(gates);
  const level = gravest.level ?? "NORMAL";
  return (
    <section class={`level ${looks[level].kind}`} data-level={level} aria-label={t("level.title")}>
      <span class="level-icon">
        <Icon name={looks[level].icon} size={1.8} />
      </span>
      <p class="level-text">
        <span>
          {t("level.title")}
          {named && <> · {compound}</>}
        </span>
        <strong class="level-name">{t(`level.${level}`)}</strong>
        <span class="level-means">{t(`level.means.${level}`)}</span>
        {level !== "NORMAL" && <span>{setWords(gravest)}</span>}
        {differences(gates, level).map((words) => (
          <span key={words}>{words}</span>
        ))}
      </p>
      {asking === null && (
        <div class="level-acts">
          {levels
            .filter((each) => each !== level)
            .map((each) => (
              <button
                key={each}
                class="button"
                aria-disabled={waiting}
                onClick={() => setAsking(waiting ? null : each)}
              >
                {t(`level.set.${each}`)}
              </button>
            ))}
        </div>
      )}
      {asking !== null && (
        <Question
          level={asking}
          away={gates.some((gate) => !gate.online)}
          answer={(yes) => {
            setAsking(null);
            if (yes) void setLevel(compound, asking);
          }}
        />
      )}
      <Outcome act={act} of={key} />
    </section>
  );
}

function Question(props: { level: Level; away: boolean; answer: (yes: boolean) => void }): JSX.Element {
  const { level, away, answer } = props;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div class="question" role="group" aria-label={t(`level.set.${level}`)} tabIndex={-1} ref={box}>
      <p>{t(`level.ask.${level}`)}</p>
      {level === "LOCKDOWN" && (
        <a class="button" href="/lockdown">
          {t("level.longer")}
        </a>
      )}
      {away && <p class="question-note">{t("level.away")}</p>}
      <button class="button primary" onClick={() => answer(true)}>
        {t("level.yes")}
      </button>
      <button class="button" onClick={() => answer(false)}>
        {t("level.no")}
      </button>
    </div>
  );
}

/** The gate that says the gravest level: it speaks for its compound. */
function gravestOf(gates: Gate[]): Gate {
  return gates.reduce((one, other) => (rank(other) > rank(one) ? other : one));
}

function rank(gate: Gate): number {
  return levels.indexOf(gate.level ?? "NORMAL");
}

function setWords(gate: Gate): string {
  const by = gate.levelBy === undefined ? t("level.by-reader") : t("level.by", { by: gate.levelBy });
  return gate.levelEndsAt === undefined ? by : `${by} · ${t("level.ends", { left: leftUntil(gate.levelEndsAt) })}`;
}

/** The gates that are in another level. */
function differences(gates: Gate[], level: Level): string[] {
  return gates
    .filter((gate) => gate.level !== undefined && gate.level !== level)
    .map((gate) => t("level.differs", { gate: gate.name, level: t(`level.${gate.level}`) }));
}
