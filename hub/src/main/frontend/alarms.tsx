// Open alarms: large cards first, then what stands folded, then what waits with good reason.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { actOnAlarm } from "./acts";
import { AlarmCard } from "./alarm-card";
import { Icon } from "./icons";
import { alarmKey, waits, type Alarm } from "./model";
import { Outcome } from "./outcome";
import { useBoardState, useSeconds, type Act } from "./store";
import { ageOf, hourAndMinute } from "./time";
import { t } from "./words";

export function Alarms({ alarms }: { alarms: Alarm[] }): JSX.Element {
  useSeconds();
  const { acts } = useBoardState();
  const waiting = alarms.filter(waits);
  const now = alarms.filter((alarm) => !waits(alarm));
  const folded = groups(now.filter((alarm) => alarm.care.fold !== undefined));
  const alone = now.filter((alarm) => alarm.care.fold === undefined);
  return (
    <>
      <ul class="alarms">
        {alone.map((alarm) => (
          <AlarmCard key={alarmKey(alarm)} alarm={alarm} act={acts[alarmKey(alarm)]} />
        ))}
        {folded.map((group) => (
          <Folded key={placeOf(group[0])} alarms={group} acts={acts} />
        ))}
      </ul>
      {waiting.length > 0 && <Waiting alarms={waiting} acts={acts} />}
    </>
  );
}

function placeOf(alarm: Alarm | undefined): string {
  return alarm === undefined ? "" : `${alarm.compound}/${alarm.gate}`;
}

/** One group a place, in the order of the board. */
function groups(alarms: Alarm[]): Alarm[][] {
  const places = new Map<string, Alarm[]>();
  for (const alarm of alarms) {
    const place = placeOf(alarm);
    places.set(place, [...(places.get(place) ?? []), alarm]);
  }
  return [...places.values()];
}

function Folded({ alarms, acts }: { alarms: Alarm[]; acts: Record<string, Act> }): JSX.Element | null {
  const [open, setOpen] = useState(false);
  const first = alarms[0];
  if (first === undefined) return null;
  if (alarms.length === 1) return <AlarmCard alarm={first} act={acts[alarmKey(first)]} />;
  const unanswered = alarms.filter((alarm) => !alarm.answered);
  const kinds = [...new Set(alarms.map((alarm) => t(`alarm.${alarm.kind}`)))];
  const chatter = alarms.every((alarm) => alarm.care.fold === "CHATTER");
  return (
    <li
      class={`alarm folded low ${unanswered.length > 0 ? "unanswered" : "answered"}`}
      data-folded={placeOf(first)}
    >
      <div class="alarm-title">
        <h3>{t("alarms.folded.count", { place: first.gateName, count: alarms.length })}</h3>
        <p>{kinds.join("、")}</p>
        <p>{t(chatter ? "alarms.folded.CHATTER" : "alarms.folded.FLOOD")}</p>
      </div>
      <div class="alarm-acts">
        <button
          class="act acknowledge"
          aria-disabled={unanswered.length === 0}
          onClick={() => unanswered.forEach((alarm) => void actOnAlarm(alarm, "acknowledge"))}
        >
          <Icon name={unanswered.length === 0 ? "check" : "hand"} />
          <strong>{t(unanswered.length === 0 ? "alarms.folded.all-answered" : "alarms.folded.acknowledge")}</strong>
        </button>
        <button class="act more" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name="record" />
          <strong>{t(open ? "alarms.folded.hide" : "alarms.folded.show")}</strong>
        </button>
      </div>
      {open && (
        <ul class="alarms inner">
          {alarms.map((alarm) => (
            <AlarmCard key={alarmKey(alarm)} alarm={alarm} act={acts[alarmKey(alarm)]} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Waiting({ alarms, acts }: { alarms: Alarm[]; acts: Record<string, Act> }): JSX.Element {
  return (
    <section class="waiting-alarms" aria-labelledby="waiting-title">
      <h3 id="waiting-title">
        {t("alarms.waiting.title")} <span class="count">{t("alarms.waiting.count", { count: alarms.length })}</span>
      </h3>
      <ul class="alarms">
        {alarms.map((alarm) => (
          <WaitingAlarm key={alarmKey(alarm)} alarm={alarm} act={acts[alarmKey(alarm)]} />
        ))}
      </ul>
    </section>
  );
}

function WaitingAlarm({ alarm, act }: { alarm: Alarm; act: Act | undefined }): JSX.Element {
  const { shelf, outOfService } = alarm.care;
  const back = outOfService !== undefined ? "in-service" : shelf !== undefined ? "unshelve" : null;
  const waiting = act?.phase === "waiting";
  return (
    <li class="alarm waits low answered" data-alarm={alarmKey(alarm)} data-state={alarm.state}>
      <div class="alarm-title">
        <h4>
          {t(`alarm.${alarm.kind}`)} · {alarm.sourceName}
        </h4>
        <p>{t("age.ago", { age: ageOf(alarm.heardAt) })}</p>
        <p>{whyItWaits(alarm)}</p>
      </div>
      {back !== null && (
        <button
          class={`act ${back}`}
          aria-disabled={waiting}
          onClick={() => {
            if (!waiting) void actOnAlarm(alarm, back);
          }}
        >
          <strong>{t(back === "unshelve" ? "alarms.act.unshelve" : "alarms.act.in-service")}</strong>
        </button>
      )}
      <Outcome act={act} of={alarmKey(alarm)} />
    </li>
  );
}

function whyItWaits(alarm: Alarm): string {
  const { shelf, outOfService, suppressedBy } = alarm.care;
  if (outOfService !== undefined) return t("alarms.waiting.out-of-service", outOfService);
  if (shelf !== undefined) {
    return t("alarms.waiting.shelved", { by: shelf.by, why: shelf.why, time: hourAndMinute(shelf.until) });
  }
  return t("alarms.waiting.suppressed", { kind: t(`alarm.${suppressedBy ?? ""}`) });
}
