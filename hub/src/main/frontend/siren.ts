// The siren: nobody has answered for three minutes, and nobody goes.

import { useEffect } from "preact/hooks";
import { alarmKey, type Alarm } from "./model";
import { hush, soundSiren } from "./sound";
import { speakToEverybody } from "./speech";

const repeatMillis = 9_000;

export function sirenCalls(alarm: Alarm): boolean {
  const { claim, onScene, step } = alarm.care;
  return step === "EVERYONE" && claim === undefined && onScene === undefined;
}

/** @param unanswered those that call for a person */
export function useSiren(unanswered: Alarm[]): void {
  const calling = unanswered.filter(sirenCalls);
  const keys = calling.map(alarmKey).join("\n");
  // What is not urgent sounds it once: a siren for a dead lamp all night would be turned off.
  const urgent = calling.some((alarm) => alarm.priority !== "LOW");

  useEffect(() => {
    if (keys === "") return undefined;
    const call = () => {
      soundSiren();
      const first = calling[0];
      if (first !== undefined) speakToEverybody(first);
    };
    call();
    if (!urgent) return hush;
    const timer = setInterval(call, repeatMillis);
    return () => {
      clearInterval(timer);
      hush();
    };
  }, [keys, urgent]);
}
