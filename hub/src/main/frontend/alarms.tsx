// Open alarms as large cards, the most urgent first.

import type { JSX } from "preact";
import { actOnAlarm } from "./acts";
import { Sign } from "./header";
import { Icon, type IconName } from "./icons";
import { alarmKey, type Alarm, type AlarmState } from "./model";
import { Outcome } from "./outcome";
import { Picture } from "./picture";
import { useBoardState, useSeconds, type Act } from "./store";
import { ageOf, clockTime } from "./time";
import { t } from "./words";

const kindIcons: Record<string, IconName> = {
  FORCED_OPEN: "door_open",
  HELD_OPEN: "door_open",
  FIRE: "fire",
  PANIC: "hand",
  INTRUSION: "person",
  LOST_CARD_SHOWN: "card",
  READER_FLOODED: "card",
  LAMP_LINE_CUT: "cut",
  LAMP_DEAD: "lamp",
  CAMERA_LOST: "camera",
  CLOCK_NOT_TRUSTED: "clock",
  GATE_SILENT: "away",
  EVENTS_MISSING: "record",
  CHAIN_BROKEN: "record",
  CHAIN_DIVERGED: "record",
};

const stateSigns: Record<AlarmState, { kind: "bad" | "warn" | "plain" | "good"; icon: IconName }> = {
  RAISED: { kind: "bad", icon: "alert" },
  ACKNOWLEDGED: { kind: "warn", icon: "person" },
  RETURNED: { kind: "bad", icon: "alert" },
  LATCHED: { kind: "plain", icon: "check" },
  RESET: { kind: "good", icon: "check" },
};

export function Alarms({ alarms }: { alarms: Alarm[] }): JSX.Element {
  useSeconds();
  const { acts } = useBoardState();
  return (
    <ul class="alarms">
      {alarms.map((alarm) => (
        <AlarmCard key={alarmKey(alarm)} alarm={alarm} act={acts[alarmKey(alarm)]} />
      ))}
    </ul>
  );
}

function AlarmCard({ alarm, act }: { alarm: Alarm; act: Act | undefined }): JSX.Element {
  const kind = t(`alarm.${alarm.kind}`);
  const sign = stateSigns[alarm.state];
  const by = alarm.acknowledgedBy ?? t("alarm.somebody");
  return (
    <li
      class={`alarm ${alarm.priority.toLowerCase()} ${alarm.answered ? "answered" : "unanswered"}`}
      data-alarm={alarmKey(alarm)}
      data-state={alarm.state}
    >
      <div class="alarm-head">
        <span class="alarm-icon">
          <Icon name={kindIcons[alarm.kind] ?? "alert"} size={2.6} />
        </span>
        <div class="alarm-title">
          <p class="alarm-priority">{t(`alarm.priority.${alarm.priority}`)}</p>
          <h3>{kind}</h3>
          <p class="alarm-place">
            {alarm.sourceName}
            {alarm.gateName !== alarm.sourceName && <> · {alarm.gateName}</>}
          </p>
        </div>
        {alarm.picture !== undefined && (
          <Picture digest={alarm.picture} what={t("picture.alt", { what: kind, time: clockTime(alarm.raisedAt) })} />
        )}
      </div>
      <div class="alarm-facts">
        <p class="alarm-time">
          <Icon name="clock" size={1.2} />
          <span>
            {clockTime(alarm.raisedAt)} · <strong>{t("age.ago", { age: ageOf(alarm.heardAt) })}</strong>
            {alarm.times > 1 && <> · {t("alarm.times", { count: alarm.times })}</>}
          </span>
        </p>
        <Sign {...sign} text={t(`alarm.state.${alarm.state}`, { by })} />
        {alarm.detail !== "" && <p>{alarm.detail}</p>}
        {alarm.byHub && <p>{t("alarm.by-hub")}</p>}
      </div>
      <AlarmActs alarm={alarm} act={act} />
    </li>
  );
}

function AlarmActs({ alarm, act }: { alarm: Alarm; act: Act | undefined }): JSX.Element {
  const waiting = act?.phase === "waiting";
  const key = alarmKey(alarm);
  return (
    <div class="alarm-acts">
      <ActButton
        act="acknowledge"
        icon={alarm.answered ? "check" : "hand"}
        title={t(alarm.answered ? "alarm.acknowledged" : "alarm.acknowledge")}
        means={alarm.answered ? "" : t("alarm.acknowledge.means")}
        can={!alarm.answered && !waiting}
        alarm={alarm}
      />
      <ActButton
        act="reset"
        icon="check_circle"
        title={t("alarm.reset")}
        means={alarm.mayReset ? t("alarm.reset.means") : whyNoReset(alarm)}
        can={alarm.mayReset && !waiting}
        alarm={alarm}
      />
      <Outcome act={act} of={key} />
    </div>
  );
}

function whyNoReset(alarm: Alarm): string {
  if (alarm.state === "RAISED") return t("alarm.reset.needs-both");
  return t(alarm.state === "RETURNED" ? "alarm.reset.needs-answer" : "alarm.reset.needs-return");
}

function ActButton(props: {
  act: "acknowledge" | "reset";
  icon: IconName;
  title: string;
  means: string;
  can: boolean;
  alarm: Alarm;
}): JSX.Element {
  // Not the attribute "disabled": the reason has to stay readable for everybody.
  return (
    <button
      class={`act ${props.act}`}
      aria-disabled={!props.can}
      onClick={() => {
        if (props.can) void actOnAlarm(props.alarm, props.act);
      }}
    >
      <Icon name={props.icon} />
      <span>
        <strong>{props.title}</strong>
        {props.means !== "" && <span class="act-means">{props.means}</span>}
      </span>
    </button>
  );
}
