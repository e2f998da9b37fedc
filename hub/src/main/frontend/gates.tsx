// Each gate with its doors, lamps and cameras, and how old that knowledge is.

import type { JSX } from "preact";
import { Door } from "./door";
import { Sign } from "./header";
import { Icon, type IconName } from "./icons";
import type { Camera, Gate, Lamp } from "./model";
import { useSeconds } from "./store";
import { ageOf, clockTime } from "./time";
import { t } from "./words";

export function Gates({ gates }: { gates: Gate[] }): JSX.Element {
  useSeconds();
  return (
    <ul class="gates">
      {gates.map((gate) => (
        <GateCard key={`${gate.compound}/${gate.gate}`} gate={gate} />
      ))}
    </ul>
  );
}

function GateCard({ gate }: { gate: Gate }): JSX.Element {
  return (
    <li class={`gate ${gate.online ? "" : "away"}`} data-gate={`${gate.compound}/${gate.gate}`}>
      <div class="gate-head">
        <h3>{gate.name}</h3>
        {gate.online ? (
          <Sign kind="good" icon="link" text={t("gate.online")} />
        ) : (
          <Sign kind="bad" icon="away" text={t("gate.offline")} />
        )}
      </div>
      {gate.fire && (
        <p class="gate-fire">
          <Icon name="fire" />
          <strong>{t("gate.fire")}</strong>
        </p>
      )}
      <GateAge gate={gate} />
      {gate.doors.length > 0 && (
        <ul class="doors" aria-label={t("gate.doors")}>
          {gate.doors.map((door) => (
            <Door key={door.id} gate={gate} door={door} />
          ))}
        </ul>
      )}
      <div class="chips">
        {gate.lamps.map((lamp) => (
          <LampChip key={lamp.id} lamp={lamp} />
        ))}
        {gate.cameras.map((camera) => (
          <CameraChip key={camera.id} camera={camera} />
        ))}
      </div>
    </li>
  );
}

function GateAge({ gate }: { gate: Gate }): JSX.Element {
  const heard = gate.stateHeardAt;
  if (heard === undefined) return <p class="gate-age">{t("gate.never")}</p>;
  return (
    <p class="gate-age">
      <span>{t(gate.online ? "gate.heard" : "gate.stale", { age: ageOf(heard) })}</span>
      {gate.time !== undefined && (
        <span>
          {t("gate.clock")} {clockTime(gate.time)}
          {gate.trust === "UNTRUSTED" && (
            <>
              {" "}
              <Sign kind="warn" icon="clock" text={t("gate.clock.UNTRUSTED")} />
            </>
          )}
        </span>
      )}
      {gate.waitingEvents > 0 && <span>{t("gate.waiting", { count: gate.waitingEvents })}</span>}
    </p>
  );
}

const lampKinds: Record<string, { kind: string; icon: IconName }> = {
  BURNING: { kind: "lit", icon: "lamp" },
  DEAD: { kind: "bad", icon: "alert" },
  CUT: { kind: "bad", icon: "cut" },
};

function LampChip({ lamp }: { lamp: Lamp }): JSX.Element {
  const look = lampKinds[lamp.light] ?? { kind: "plain", icon: "lamp" as IconName };
  return <Chip {...look} name={lamp.name} text={t(`lamp.${lamp.light}`)} />;
}

function CameraChip({ camera }: { camera: Camera }): JSX.Element {
  return camera.working ? (
    <Chip kind="plain" icon="camera" name={camera.name} text={t("camera.working")} />
  ) : (
    <Chip kind="bad" icon="camera" name={camera.name} text={t("camera.lost")} />
  );
}

function Chip(props: { kind: string; icon: IconName; name: string; text: string }): JSX.Element {
  return (
    <p class={`chip ${props.kind}`}>
      <Icon name={props.icon} size={1.3} />
      <span>
        {props.name} <strong>{props.text}</strong>
      </span>
    </p>
  );
}
