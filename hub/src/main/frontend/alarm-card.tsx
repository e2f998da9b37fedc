// One alarm: what it is, where, since when, who goes, what to do, and the one next act.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { actOnAlarm } from "./acts";
import { CloseForm, OutOfServiceForm, ShelveForm } from "./alarm-forms";
import { Sign } from "./header";
import { Icon, type IconName } from "./icons";
import { alarmKey, type Alarm, type AlarmState } from "./model";
import { Outcome } from "./outcome";
import { Picture } from "./picture";
import { sirenCalls } from "./siren";
import type { Act, AlarmAct } from "./store";
import { ageOf, clockTime } from "./time";
import { hasText, t } from "./words";

const kindIcons: Record<string, IconName> = {
  FORCED_OPEN: "door_open",
  HELD_OPEN: "door_open",
  FIRE: "fire",
  PANIC: "hand",
  INTRUSION: "person",
  LOST_CARD_SHOWN: "card",
  READER_FLOODED: "card",
  READER_FAILED: "card",
  INPUT_FAILED: "cut",
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

const stepsMax = 3;

type Form = "close" | "shelve" | "out-of-service";

export function AlarmCard({ alarm, act }: { alarm: Alarm; act: Act | undefined }): JSX.Element {
  const kind = t(`alarm.${alarm.kind}`);
  const by = alarm.acknowledgedBy ?? t("alarm.somebody");
  return (
    <li
      class={`alarm ${alarm.priority.toLowerCase()} ${alarm.answered ? "answered" : "unanswered"}`}
      data-alarm={alarmKey(alarm)}
      data-state={alarm.state}
      data-step={alarm.care.step}
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
        <Sign {...stateSigns[alarm.state]} text={t(`alarm.state.${alarm.state}`, { by })} />
        <Who alarm={alarm} />
        {alarm.care.fold === "CHATTER" && <p>{t("alarms.folded.CHATTER")}</p>}
        {alarm.detail !== "" && <p>{alarm.detail}</p>}
        {alarm.byHub && <p>{t("alarm.by-hub")}</p>}
      </div>
      <Steps kind={alarm.kind} />
      <AlarmActs alarm={alarm} act={act} />
    </li>
  );
}

function Who({ alarm }: { alarm: Alarm }): JSX.Element {
  const { claim, onScene, help, falseAlarm, closing, step } = alarm.care;
  const nobody = claim === undefined && onScene === undefined;
  return (
    <>
      {!alarm.answered && nobody && step !== "NONE" && (
        <Sign kind={sirenCalls(alarm) ? "bad" : "warn"} icon="bell" text={t(`alarms.step.${step}`)} />
      )}
      {nobody && alarm.answered && <Sign kind="warn" icon="person" text={t("alarms.who.nobody")} />}
      {claim !== undefined && onScene === undefined && (
        <Sign kind="good" icon="person" text={t("alarms.who.goes", { by: claim.by })} />
      )}
      {onScene !== undefined && (
        <Sign kind="good" icon="person_button" text={t("alarms.who.there", { by: onScene.by })} />
      )}
      {help !== undefined && <Sign kind="bad" icon="people" text={t("alarms.who.help", { by: help.by })} />}
      {falseAlarm !== undefined && (
        <Sign kind="plain" icon="no" text={t("alarms.who.false", { by: falseAlarm.by })} />
      )}
      {closing !== undefined && alarm.mayReset && (
        <Sign kind="plain" icon="record" text={t("alarms.who.closing", { by: closing.by })} />
      )}
    </>
  );
}

function Steps({ kind }: { kind: string }): JSX.Element {
  const keys = Array.from({ length: stepsMax }, (_, index) => `alarms.guide.${kind}.step.${index + 1}`);
  return (
    <ol class="alarm-steps" aria-label={t("alarms.steps")}>
      {keys.filter(hasText).map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </ol>
  );
}

/** What comes next; who has to look first looks first. */
function nextAct(alarm: Alarm): "acknowledge" | "claim" | "on-scene" | "close" {
  const { claim, onScene } = alarm.care;
  if (!alarm.answered) return "acknowledge";
  if (onScene !== undefined || (alarm.mayReset && alarm.mayWait)) return "close";
  return claim === undefined ? "claim" : "on-scene";
}

const actIcons: Record<ReturnType<typeof nextAct>, IconName> = {
  acknowledge: "hand",
  claim: "person",
  "on-scene": "person_button",
  close: "check_circle",
};

const actNames: Record<ReturnType<typeof nextAct>, { title: string; means: string }> = {
  acknowledge: { title: "alarms.act.acknowledge", means: "alarms.act.acknowledge.means" },
  claim: { title: "alarms.act.claim", means: "alarms.act.claim.means" },
  "on-scene": { title: "alarms.act.on-scene", means: "alarms.act.on-scene.means" },
  close: { title: "alarms.act.close", means: "alarms.act.close.means" },
};

function AlarmActs({ alarm, act }: { alarm: Alarm; act: Act | undefined }): JSX.Element {
  const [more, setMore] = useState(false);
  const [form, setForm] = useState<Form | null>(null);
  const waiting = act?.phase === "waiting";
  const next = nextAct(alarm);
  const can = !waiting && (next !== "close" || alarm.mayReset);
  const send = (name: AlarmAct, says: object = {}) => {
    if (!waiting) void actOnAlarm(alarm, name, says);
    setForm(null);
    setMore(false);
  };
  return (
    <>
      <div class="alarm-acts">
        <button
          class={`act main ${next}`}
          // Not the attribute "disabled": the reason has to stay readable for everybody.
          aria-disabled={!can}
          onClick={() => {
            if (!can) return;
            if (next === "close") setForm(form === "close" ? null : "close");
            else send(next);
          }}
        >
          <Icon name={actIcons[next]} />
          <span>
            <strong>{t(actNames[next].title)}</strong>
            <span class="act-means">
              {t(next === "close" && !alarm.mayReset ? "alarms.act.close.not-yet" : actNames[next].means)}
            </span>
          </span>
        </button>
        <button class="act more" aria-expanded={more} onClick={() => setMore(!more)}>
          <strong>{t(more ? "alarms.act.less" : "alarms.act.more")}</strong>
        </button>
        <Outcome act={act} of={alarmKey(alarm)} />
      </div>
      {more && <MoreActs alarm={alarm} next={next} send={send} open={setForm} />}
      {form === "close" && <CloseForm alarm={alarm} send={send} cancel={() => setForm(null)} />}
      {form === "shelve" && <ShelveForm alarm={alarm} send={send} cancel={() => setForm(null)} />}
      {form === "out-of-service" && (
        <OutOfServiceForm alarm={alarm} send={send} cancel={() => setForm(null)} />
      )}
    </>
  );
}

function MoreActs(props: {
  alarm: Alarm;
  next: string;
  send: (name: AlarmAct, says?: object) => void;
  open: (form: Form) => void;
}): JSX.Element {
  const { alarm, next, send, open } = props;
  const { claim, onScene, help, falseAlarm } = alarm.care;
  const looked = onScene !== undefined || alarm.mayWait;
  return (
    <div class="alarm-more">
      {next !== "claim" && claim === undefined && onScene === undefined && (
        <More act="claim" text="alarms.act.claim" on={() => send("claim")} />
      )}
      {claim !== undefined && <More act="take-over" text="alarms.act.take-over" on={() => send("claim", { takeOver: true })} />}
      {next !== "on-scene" && onScene === undefined && (
        <More act="on-scene" text="alarms.act.on-scene" on={() => send("on-scene")} />
      )}
      {help === undefined && <More act="help" text="alarms.act.help" on={() => send("help")} />}
      {falseAlarm === undefined && looked && (
        <More act="false-alarm" text="alarms.act.false-alarm" on={() => send("false-alarm")} />
      )}
      {alarm.mayWait && <More act="shelve" text="alarms.act.shelve" on={() => open("shelve")} />}
      {alarm.mayWait && (
        <More act="out-of-service" text="alarms.act.out-of-service" on={() => open("out-of-service")} />
      )}
      {next !== "close" && alarm.mayReset && (
        <More act="close" text="alarms.act.close" on={() => open("close")} />
      )}
    </div>
  );
}

function More({ act, text, on }: { act: string; text: string; on: () => void }): JSX.Element {
  return (
    <button class={`button more-${act}`} onClick={on}>
      {t(text)}
    </button>
  );
}
