// Spoken words, where the browser has a voice. Whoever turned the sound off hears none.

import type { Alarm } from "./model";
import { isSoundOn } from "./sound";
import { currentLanguage, t } from "./words";

const waitingMax = 3;

// A browser that knows the function and has no voice never says that it has spoken.
const spokenMillisMax = 20_000;

let waiting = 0;

export function speak(alarm: Alarm): void {
  say(t("alarms.spoken", { priority: t(`alarm.priority.${alarm.priority}`), ...parts(alarm) }));
}

export function speakToEverybody(alarm: Alarm): void {
  say(t("alarms.spoken.EVERYONE", parts(alarm)));
}

function parts(alarm: Alarm): { kind: string; place: string } {
  const place =
    alarm.gateName === alarm.sourceName ? alarm.gateName : `${alarm.gateName} ${alarm.sourceName}`;
  return { kind: t(`alarm.${alarm.kind}`), place };
}

function say(text: string): void {
  // In a flood only the first ones are spoken; all of them are on the screen.
  if (!isSoundOn() || typeof speechSynthesis === "undefined" || waiting >= waitingMax) return;
  const words = new SpeechSynthesisUtterance(text);
  words.lang = currentLanguage() === "zh" ? "zh-CN" : "en";
  words.rate = 0.9;
  waiting++;
  let ended = false;
  const end = () => {
    if (!ended) waiting--;
    ended = true;
  };
  words.onend = end;
  words.onerror = end;
  setTimeout(end, spokenMillisMax);
  speechSynthesis.speak(words);
}

/** Ends what is being said: somebody has answered. */
export function fallSilent(): void {
  if (typeof speechSynthesis !== "undefined") speechSynthesis.cancel();
}
