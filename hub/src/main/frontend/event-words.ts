// Events as sentences.

import type { IconName } from "./icons";
import type { Alarm, LoggedEvent } from "./model";
import { hasText, t } from "./words";

export type Weight = "alarm" | "refused" | "passed" | "plain" | "detail";

const details = new Set([
  "access-taken",
  "door-opened",
  "door-closed",
  "picture-taken",
  "picture-missed",
  "head-signed",
  "command-answered",
]);

const icons: Record<string, IconName> = {
  "access-granted": "person",
  "exit-requested": "person_button",
  "access-granted-by-operator": "hand",
  "access-denied": "no",
  "access-taken": "door_open",
  "access-not-taken": "door",
  "door-opened": "door_open",
  "door-closed": "door",
  "door-mode-changed": "door",
  "alarm-raised": "alert",
  "alarm-returned": "alert",
  "alarm-acknowledged": "hand",
  "alarm-reset": "check_circle",
  "lamp-switched": "lamp",
  "picture-taken": "image",
  "picture-missed": "image",
  "bad-reads-counted": "card",
  "time-trust-changed": "clock",
  "level-changed": "people",
};

export function iconOf(event: LoggedEvent): IconName {
  return icons[event.type] ?? "record";
}

export function weightOf(event: LoggedEvent): Weight {
  if (event.type === "alarm-raised") return "alarm";
  if (event.type === "access-denied") return "refused";
  if (event.type === "access-granted" || event.type === "exit-requested") return "passed";
  return details.has(event.type) ? "detail" : "plain";
}

/** What happened, without person and place. */
export function sentenceOf(event: LoggedEvent, kindOfAlarm: (event: LoggedEvent) => string): string {
  const facts = event.facts;
  const values = {
    by: facts.by ?? t("alarm.somebody"),
    reason: t(`deny.${facts.reason}`),
    mode: t(`door.mode.${facts.mode}`),
    kind: kindOfAlarm(event),
    outcome: t(`outcome.${facts.outcome}`),
    count: facts.count ?? 0,
    detail: facts.detail ?? "",
  };
  return t(keyOf(event), values);
}

function keyOf(event: LoggedEvent): string {
  const key = `event.${event.type}`;
  if (event.type === "lamp-switched") return `${key}.${event.facts.on === true ? "on" : "off"}`;
  if (event.type === "time-trust-changed") return `${key}.${event.facts.trust}`;
  if (event.type === "level-changed") {
    return `${key}.${event.facts.level}${event.facts.by === undefined ? "" : ".by"}`;
  }
  if (event.type === "door-mode-changed" && event.facts.by !== undefined) return `${key}.by`;
  return hasText(key) ? key : "event.unrecognised";
}

/** Finds what kind of alarm an event is about, from what the page knows of that alarm. */
export function alarmKinds(events: LoggedEvent[], alarms: Alarm[]): (event: LoggedEvent) => string {
  const kinds = new Map<string, string>();
  for (const alarm of alarms) {
    if (!alarm.byHub) kinds.set(`${alarm.compound}/${alarm.gate}/${alarm.id}`, alarm.kind);
  }
  for (const event of events) {
    if (event.facts.kind !== undefined) kinds.set(alarmOf(event), event.facts.kind);
  }
  return (event) => {
    const kind = kinds.get(alarmOf(event));
    return kind === undefined ? t("event.alarm.some", { alarm: event.facts.alarm ?? 0 }) : t(`alarm.${kind}`);
  };
}

/** Finds the picture of an event, also where its arrival was told later. */
export function pictures(events: LoggedEvent[]): (event: LoggedEvent) => string | undefined {
  const byNumber = new Map<string, string>();
  for (const event of events) {
    if (event.pictureNumber !== undefined && event.picture !== undefined) {
      byNumber.set(`${event.compound}/${event.gate}/${event.pictureNumber}`, event.picture);
    }
  }
  return (event) =>
    event.picture ?? byNumber.get(`${event.compound}/${event.gate}/${event.pictureNumber}`);
}

function alarmOf(event: LoggedEvent): string {
  return `${event.compound}/${event.gate}/${event.facts.alarm}`;
}
