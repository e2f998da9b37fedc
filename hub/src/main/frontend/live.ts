// Listens to the hub for as long as the page is open, and comes back after every interruption.

import type { Board, LoggedEvent } from "./model";
import { current, hearBoard, hearEvents, hearLog, update } from "./store";
import { hearHubClock } from "./time";

// The hub says something every 5 seconds.
const silenceMillisMax = 13_000;
const waitMillisMin = 500;
const waitMillisMax = 20_000;

let lastEventId = "";

export async function listenForEver(): Promise<void> {
  let failures = 0;
  for (;;) {
    const heard = await listenOnce();
    failures = heard ? 0 : failures + 1;
    if (current().link === "signed-out") return;
    await pause(waitBefore(failures));
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
