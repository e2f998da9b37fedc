// Listens to the hub for as long as the page is open, and comes back after every interruption.

import type { Board, Changes, LoggedEvent } from "./model";
import { current, hearBoard, hearEvents, hearLog, update } from "./store";
import { hearHubClock } from "./time";

// The hub says something every 5 seconds.
const silenceMillisMax = 13_000;
const waitMillisMin = 500;
const waitMillisMax = 20_000;
// A question is answered after 25 seconds at the latest.
const answerMillisMax = 40_000;
// So many streams in a row may bring nothing from a hub that is there; then something on the way holds them back.
const blockedStreamsMax = 2;

let lastEventId = "";

export async function listenForEver(): Promise<void> {
  let failures = 0;
  let blocked = 0;
  for (;;) {
    let heard = await listenOnce();
    blocked = heard ? 0 : blocked;
    if (!heard && current().link !== "signed-out" && (await ask(0))) {
      heard = true;
      blocked += 1;
    }
    if (blocked >= blockedStreamsMax) {
      await askForEver();
      blocked = 0;
    }
    failures = heard ? 0 : failures + 1;
    if (current().link === "signed-out") return;
    await pause(waitBefore(failures));
  }
}

/** Asks again and again, for as long as the hub answers. */
async function askForEver(): Promise<void> {
  while (await ask(current().board?.version ?? 0));
}

/** Asks what is new since a version of the board; 0 is answered at once. Returns whether there was an answer. */
async function ask(version: number): Promise<boolean> {
  const control = new AbortController();
  const watch = setTimeout(() => control.abort(), answerMillisMax);
  try {
    const known = lastEventId === "" ? "0" : lastEventId;
    const response = await fetch(`/api/v1/changes?after=${version}&event=${known}`, { signal: control.signal });
    if (!response.ok) {
      lose(response.status);
      return false;
    }
    const changes = (await response.json()) as Changes;
    hearHubClock(changes.now);
    if (changes.inPlaceOfAll) hearLog(changes.events);
    else hearEvents(changes.events);
    lastEventId = String(changes.last);
    if (changes.board !== undefined) hearBoard(changes.board);
    else update({ link: "live" });
    return true;
  } catch {
    // Whatever broke: the page says that it is cut off, and tries again.
    lose(0);
    return false;
  } finally {
    clearTimeout(watch);
  }
}

/** Listens until the stream ends. Returns whether anything was heard. */
async function listenOnce(): Promise<boolean> {
  let heard = false;
  const control = new AbortController();
  let watch = setTimeout(() => control.abort(), silenceMillisMax);
  try {
    const headers: Record<string, string> = { Accept: "text/event-stream" };
    if (lastEventId !== "") headers["Last-Event-ID"] = lastEventId;
    const response = await fetch("/api/v1/stream", { headers, signal: control.signal });
    if (!response.ok || response.body === null) {
      lose(response.status);
      return false;
    }
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    let rest = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      heard = true;
      clearTimeout(watch);
      watch = setTimeout(() => control.abort(), silenceMillisMax);
      rest = takeMessages(rest + decoder.decode(value, { stream: true }));
    }
    lose(0);
  } catch {
    // Whatever broke: the page says that it is cut off, and tries again.
    lose(0);
  } finally {
    clearTimeout(watch);
  }
  return heard;
}

function lose(status: number): void {
  if (status === 401) update({ link: "signed-out" });
  else if (status === 503) update({ link: "too-many" });
  else update({ link: "lost" });
}

/** Takes the whole messages off the text and returns what is left. */
function takeMessages(text: string): string {
  const parts = text.split("\n\n");
  const rest = parts.pop() ?? "";
  parts.forEach(takeMessage);
  return rest;
}

function takeMessage(message: string): void {
  let kind = "";
  let data = "";
  for (const line of message.split("\n")) {
    const colon = line.indexOf(": ");
    const field = line.slice(0, colon);
    const value = line.slice(colon + 2);
    if (field === "event") kind = value;
    else if (field === "data") data += value;
    else if (field === "id") lastEventId = value;
  }
  if (kind === "board") hearBoard(JSON.parse(data) as Board);
  else if (kind === "log") hearLog(JSON.parse(data) as LoggedEvent[]);
  else if (kind === "events") hearEvents(JSON.parse(data) as LoggedEvent[]);
  else if (kind === "tick") hearHubClock((JSON.parse(data) as { now: string }).now);
}

/** Doubles with each failure, with jitter, so that all pages of a compound do not come back at once. */
function waitBefore(failures: number): number {
  const top = Math.min(waitMillisMax, waitMillisMin * 2 ** failures);
  return waitMillisMin + Math.random() * (top - waitMillisMin);
}

function pause(millis: number): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      removeEventListener("online", wake);
      resolve();
    };
    const timer = setTimeout(wake, millis);
    addEventListener("online", wake);
  });
}
