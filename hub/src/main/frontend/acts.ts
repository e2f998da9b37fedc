// What a person does. Nothing counts as done before its owner has confirmed it.

import type { Alarm, Door, Gate, Level, LoggedEvent, Problem, Session } from "./model";
import { alarmKey, doorKey, levelKey } from "./model";
import { addEarlier, current, setAct, update, type Act, type AlarmAct } from "./store";
import { hearHubClock, setZone } from "./time";

const doneShownMillis = 12_000;
const earlierCount = 50;
const holdMinutes = 10;
/** What one person alone may want. Longer takes two, on the page for that. */
const lockdownMinutes = 60;

export async function beginSession(): Promise<boolean> {
  try {
    const response = await fetch("/api/v1/session");
    if (response.status === 401) update({ link: "signed-out" });
    if (!response.ok) return false;
    const session = (await response.json()) as Session;
    setZone(session.zone);
    hearHubClock(session.now);
    update({ session });
    return true;
  } catch {
    return false;
  }
}

// The gate confirms these; the rest the hub writes down itself.
const confirmedByOwner: readonly AlarmAct[] = ["acknowledge", "close"];

/** @param says what the act needs beside its alarm */
export function actOnAlarm(alarm: Alarm, name: AlarmAct, says: object = {}): Promise<void> {
  const path = `/api/v1/alarms/${alarm.compound}/${alarm.gate}/${alarm.id}/${name}`;
  const byHub = alarm.byHub || !confirmedByOwner.includes(name);
  return act(alarmKey(alarm), { name, byHub, phase: "waiting" }, path, {
    ...says,
    byHub: alarm.byHub,
  });
}

export function release(gate: Gate, door: Door): Promise<void> {
  const path = `/api/v1/doors/${gate.compound}/${gate.gate}/${door.id}/release`;
  return act(doorKey(gate, door), { name: "release", byHub: false, phase: "waiting" }, path, {});
}

export function holdOpen(gate: Gate, door: Door): Promise<void> {
  const path = `/api/v1/doors/${gate.compound}/${gate.gate}/${door.id}/hold-open`;
  return act(doorKey(gate, door), { name: "hold", byHub: false, phase: "waiting" }, path, {
    minutes: holdMinutes,
  });
}

export function setLevel(compound: string, level: Level): Promise<void> {
  const path = `/api/v1/compounds/${compound}/level`;
  return act(levelKey(compound), { name: "level", byHub: false, phase: "waiting" }, path, {
    level,
    ...(level === "LOCKDOWN" ? { minutes: lockdownMinutes } : {}),
  });
}

async function act(key: string, sent: Act, path: string, body: object): Promise<void> {
  if (current().acts[key]?.phase === "waiting") return;
  setAct(key, sent);
  const problem = await post(path, body);
  const result: Act =
    problem === null ? { ...sent, phase: "done" } : { ...sent, phase: "failed", problem };
  setAct(key, result);
  if (problem === null) {
    setTimeout(() => {
      if (current().acts[key] === result) setAct(key, null);
    }, doneShownMillis);
  }
}

/** What went wrong; null if it was confirmed. */
async function post(path: string, body: object): Promise<Problem | null> {
  const unknown: Problem = { title: "", status: 0, detail: "", code: "" };
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "X-Menfang-Csrf": current().session?.csrf ?? "",
      },
      body: JSON.stringify(body),
    });
    if (response.ok) return null;
    if (response.status === 401) update({ link: "signed-out" });
    return (await response.json()) as Problem;
  } catch {
    return unknown;
  }
}

/** Asks for events before those that are shown. Returns whether it worked. */
export async function fetchEarlier(): Promise<boolean> {
  const events = current().events;
  const before = events[events.length - 1]?.number;
  if (before === undefined) return true;
  try {
    const response = await fetch(`/api/v1/events?before=${before}&count=${earlierCount}`);
    if (!response.ok) return false;
    addEarlier((await response.json()) as LoggedEvent[]);
    return true;
  } catch {
    return false;
  }
}
