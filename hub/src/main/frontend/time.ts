// Times as people read them, always by the hub's clock and in the compound's time zone.

import { currentLanguage, t } from "./words";

let zone = "Asia/Shanghai";
let hubMillis = Date.now();
let heardAt = performance.now();

export function setZone(name: string): void {
  zone = name;
}

/** Sets the hub's clock. The device's own clock is never asked: old phones and screens are often wrong. */
export function hearHubClock(now: string): void {
  hubMillis = Date.parse(now);
  heardAt = performance.now();
}

export function hubNow(): number {
  return hubMillis + (performance.now() - heardAt);
}

export function millisSinceHeard(): number {
  return performance.now() - heardAt;
}

export function ageOf(instant: string): string {
  return age(hubNow() - Date.parse(instant));
}

/** How long until then. */
export function leftUntil(instant: string): string {
  return age(Date.parse(instant) - hubNow());
}

export function age(millis: number): string {
  const seconds = Math.max(1, Math.round(millis / 1000));
  if (seconds < 90) return t("age.seconds", { n: seconds });
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return t("age.minutes", { n: minutes });
  const hours = Math.round(minutes / 60);
  return hours < 48 ? t("age.hours", { n: hours }) : t("age.days", { n: Math.round(hours / 24) });
}

export function clockTime(instant: string | number): string {
  return format(instant, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
}

export function hourAndMinute(instant: string | number): string {
  return format(instant, { hour: "2-digit", minute: "2-digit" });
}

export function day(instant: string | number): string {
  return format(instant, { month: "short", day: "numeric", weekday: "short" });
}

function format(instant: string | number, options: Intl.DateTimeFormatOptions): string {
  const locale = currentLanguage() === "zh" ? "zh-CN" : "en-GB";
  return new Intl.DateTimeFormat(locale, { ...options, hourCycle: "h23", timeZone: zone }).format(
    new Date(instant),
  );
}
