// The texts of the rounds page.

import en from "../resources/org/menfang/hub/web/words/en/walk.json";
import zh from "../resources/org/menfang/hub/web/words/zh/walk.json";

const texts: Record<string, string> = document.documentElement.lang.startsWith("en") ? en : zh;

/** The text of a key, with `{name}` replaced. A key that is missing shows as itself. */
export function w(key: string, values: Record<string, string | number> = {}): string {
  return (texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
