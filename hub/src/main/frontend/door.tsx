// One door: how it stands, and the release for one person or for a while, each with a second question before it.

import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { holdOpen, release } from "./acts";
import { Icon, type IconName } from "./icons";
import { doorKey, type Door as DoorOfGate, type Gate } from "./model";
import { Outcome } from "./outcome";
import { useBoardState } from "./store";
import { leftUntil } from "./time";
import { t } from "./words";

const phases: Record<string, { kind: string; icon: IconName }> = {
  SECURED: { kind: "good", icon: "door" },
  RELEASED: { kind: "lit", icon: "door" },
  OPEN: { kind: "lit", icon: "door_open" },
  PRE_ALARM: { kind: "warn", icon: "door_open" },
  HELD: { kind: "bad", icon: "door_open" },
  FORCED: { kind: "bad", icon: "alert" },
};

type Asked = "release" | "hold";

export function Door({ gate, door }: { gate: Gate; door: DoorOfGate }): JSX.Element {
  const { acts } = useBoardState();
  const [asking, setAsking] = useState<Asked | null>(null);
  const act = acts[doorKey(gate, door)];
  const look = phases[door.phase] ?? { kind: "plain", icon: "door" as IconName };
  const hindrance = hindranceOf(gate, door);
  return (
    <li class={`door ${look.kind}`} data-door={door.id}>
      <span class="door-icon">
        <Icon name={look.icon} size={1.8} />
      </span>
      <p class="door-text">
        <strong class="door-name">{door.name}</strong>
        <span>{t(`door.phase.${door.phase}`)}</span>
        <span class="door-mode">
          {t(`door.mode.${door.mode}`)}
          {door.modeEndsAt !== undefined && <> · {t("door.ends", { left: leftUntil(door.modeEndsAt) })}</>}
        </span>
      </p>
      {hindrance !== "" ? (
        <p class="door-hindrance">{hindrance}</p>
      ) : (
        asking === null && (
          <div class="door-acts">
            {(["release", "hold"] as const).map((what) => (
              <button
                key={what}
                class="button"
                aria-disabled={act?.phase === "waiting"}
                onClick={() => setAsking(act?.phase === "waiting" ? null : what)}
              >
                {t(`door.${what}`)}
              </button>
            ))}
          </div>
        )
      )}
      {asking !== null && hindrance === "" && (
        <Question
          door={door}
          what={asking}
          answer={(yes) => {
            setAsking(null);
            if (yes) void (asking === "release" ? release(gate, door) : holdOpen(gate, door));
          }}
        />
      )}
      <Outcome act={act} of={doorKey(gate, door)} />
    </li>
  );
}

function Question(props: { door: DoorOfGate; what: Asked; answer: (yes: boolean) => void }): JSX.Element {
  const { door, what, answer } = props;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div class="question" role="group" aria-label={t(`door.${what}`)} tabIndex={-1} ref={box}>
      <p>{t(`door.${what}.ask`, { door: door.name })}</p>
      <button class="button primary" onClick={() => answer(true)}>
        {t(`door.${what}.yes`)}
      </button>
      <button class="button" onClick={() => answer(false)}>
        {t("door.release.no")}
      </button>
    </div>
  );
}

/** Why a release makes no sense now; empty if it does. */
function hindranceOf(gate: Gate, door: DoorOfGate): string {
  if (!gate.online) return t("door.release.away");
  if (door.mode === "BLOCKED" || door.mode === "LOCKED_DOWN") return t(`door.release.${door.mode}`);
  if (door.mode === "UNLOCKED" || door.mode === "LOCKED_OPEN") return t("door.release.open-already");
  return "";
}
