// Calls for a person when an alarm comes: by sound, and by the title of the page.

import { useEffect, useRef } from "preact/hooks";
import { alarmKey, calls, type Alarm, type Priority } from "./model";
import { useSiren } from "./siren";
import { hush, ring } from "./sound";
import { fallSilent, speak } from "./speech";
import { t } from "./words";

const flashMillis = 1000;
const repeatMillis: Record<Priority, number> = { CRITICAL: 8_000, HIGH: 20_000, LOW: 120_000 };
const urgency: Priority[] = ["CRITICAL", "HIGH", "LOW"];

function mostUrgent(alarms: Alarm[]): Priority | undefined {
  return urgency.find((priority) => alarms.some((alarm) => alarm.priority === priority));
}

export function useAttention(alarms: Alarm[]): void {
  const unanswered = alarms.filter(calls);
  const known = useRef(new Set<string>());
  const keys = unanswered.map((alarm) =>
    // What chatters has called already.
    alarm.care.fold === undefined ? `${alarmKey(alarm)} ${alarm.times}` : alarmKey(alarm),
  );
  const worst = mostUrgent(unanswered);

  useEffect(() => {
    const fresh = unanswered.filter((_, index) => !known.current.has(keys[index] ?? ""));
    known.current = new Set(keys);
    const loudest = mostUrgent(fresh);
    if (loudest !== undefined) ring(loudest);
    fresh.filter((alarm) => alarm.care.fold === undefined && alarm.priority !== "LOW").forEach(speak);
  }, [keys.join("\n")]);

  useEffect(() => {
    if (worst === undefined) return undefined;
    const timer = setInterval(() => ring(worst), repeatMillis[worst]);
    return () => clearInterval(timer);
  }, [worst]);

  useSiren(unanswered);

  const quiet = unanswered.length === 0;
  useEffect(() => {
    if (quiet) return undefined;
    return () => {
      hush();
      fallSilent();
    };
  }, [quiet]);

  useEffect(() => {
    const name = t("app.name");
    if (unanswered.length === 0) {
      document.title = name;
      return undefined;
    }
    let shown = false;
    const flash = () => {
      shown = !shown;
      document.title = shown ? `【${t("alarms.count", { count: unanswered.length })}】` : name;
    };
    flash();
    const timer = setInterval(flash, flashMillis);
    return () => clearInterval(timer);
  }, [unanswered.length, t("app.name")]);
}
