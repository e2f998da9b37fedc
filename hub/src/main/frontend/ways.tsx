// How those are told who do not look at the board, and when that worked last.

import type { JSX } from "preact";
import { Sign } from "./header";
import type { Way } from "./model";
import { useSeconds } from "./store";
import { ageOf } from "./time";
import { t } from "./words";

/** Whether there are ways and none of them works. */
export function nobodyIsTold(ways: Way[]): boolean {
  return ways.length > 0 && !ways.some((way) => way.state === "WORKS");
}

/** In the head of the board: whether those are told who do not look here. Leads to the list of the ways. */
export function WaysLink({ ways }: { ways: Way[] }): JSX.Element | null {
  const used = ways.filter((way) => way.state !== "PAUSED");
  if (used.length === 0) return null;
  const working = used.filter((way) => way.state === "WORKS").length;
  const failing = used.some((way) => way.state === "FAILS" || way.state === "STALE");
  const kind = working === 0 ? "bad" : failing ? "warn" : "good";
  return (
    <a class="tool ways-link" href="#ways-title" data-ways={kind}>
      <Sign
        kind={kind}
        icon={kind === "good" ? "check" : kind === "warn" ? "alert" : "bell_off"}
        text={t("ways.head", { working, all: used.length })}
      />
    </a>
  );
}

export function Ways({ ways }: { ways: Way[] }): JSX.Element | null {
  useSeconds();
  if (ways.length === 0) return null;
  return (
    <section class="ways" aria-labelledby="ways-title">
      <h3 id="ways-title">{t("ways.title")}</h3>
      <ul>
        {ways.map((way) => (
          <li key={way.id} class="way" data-way={way.id}>
            <strong>{way.name}</strong>
            <StateSign state={way.state} />
            <span>{lastOf(way)}</span>
            {way.waiting > 0 && <span>{t("ways.waiting", { n: way.waiting })}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function StateSign({ state }: { state: Way["state"] }): JSX.Element {
  const text = t(`ways.state.${state}`);
  switch (state) {
    case "WORKS":
      return <Sign kind="good" icon="check" text={text} />;
    case "FAILS":
      return <Sign kind="bad" icon="bell_off" text={text} />;
    case "STALE":
      return <Sign kind="warn" icon="alert" text={text} />;
    case "UNTRIED":
    case "PAUSED":
      return <Sign kind="plain" icon="waiting" text={text} />;
  }
}

function lastOf(way: Way): string {
  return way.lastSuccess === undefined ? t("ways.never") : t("ways.last", { age: ageOf(way.lastSuccess) });
}
