// Every text of the board, from the files that the hub's own pages use, too.

import en from "../resources/org/menfang/hub/web/words/en.json";
import enAlarms from "../resources/org/menfang/hub/web/words/en/alarms.json";
import zh from "../resources/org/menfang/hub/web/words/zh.json";
import zhAlarms from "../resources/org/menfang/hub/web/words/zh/alarms.json";

export type Language = "zh" | "en";

const texts: Record<Language, Record<string, string>> = {
  zh: { ...zh, ...zhAlarms },
  en: { ...en, ...enAlarms },
};
const yearSeconds = 365 * 24 * 60 * 60;

let language: Language = document.documentElement.lang.startsWith("en") ? "en" : "zh";

export function currentLanguage(): Language {
  return language;
}

export function chooseLanguage(chosen: Language): void {
  language = chosen;
  document.documentElement.lang = chosen === "zh" ? "zh-CN" : "en";
  remember("menfang-language", chosen);
}

/** Keeps a choice for a year; the hub reads it when it makes the next page. */
export function remember(name: string, value: string): void {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${name}=${value}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax${secure}`;
}

/** The text of a key, with `{name}` replaced. A key that is missing shows as itself. */
export function t(key: string, values: Record<string, string | number> = {}): string {
  const text = texts[language][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function hasText(key: string): boolean {
  return key in texts[language];
}
