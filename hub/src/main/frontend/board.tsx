// The board: what is open now, each gate, and what happened.

import { render, type JSX } from "preact";
import { beginSession } from "./acts";
import { Alarms } from "./alarms";
import { useAttention } from "./attention";
import { Banners } from "./banners";
import { Events } from "./events";
import { Gates } from "./gates";
import { Header } from "./header";
import { Levels } from "./levels";
import { listenForEver } from "./live";
import { registerWorker } from "./pwa";
import { Quiet } from "./quiet";
import { current, update, useBoardState } from "./store";
import { Ways } from "./ways";
import { t } from "./words";

const sessionRetryMillis = 2_000;

function BoardPage(): JSX.Element {
  const { board, link } = useBoardState();
  const alarms = board?.alarms ?? [];
  useAttention(alarms);
  return (
    <>
      <Header />
      <Banners />
      <main class={`board ${link === "live" ? "" : "stale"} ${alarms.length > 0 ? "alarmed" : ""}`}>
        <section class="column column-alarms" aria-labelledby="alarms-title" tabIndex={0}>
          <h2 id="alarms-title">
            {t("alarms.title")}
            {alarms.length > 0 && <span class="count">{t("alarms.count", { count: alarms.length })}</span>}
          </h2>
          {alarms.length > 0 ? <Alarms alarms={alarms} /> : <Quiet board={board} link={link} />}
        </section>
        <Levels gates={board?.gates ?? []} />
        <section class="column column-gates" aria-labelledby="gates-title" tabIndex={0}>
          <h2 id="gates-title">{t("gates.title")}</h2>
          <Gates gates={board?.gates ?? []} />
          <Ways ways={board?.ways ?? []} />
        </section>
        <section class="column column-events" aria-labelledby="events-title" tabIndex={0}>
          <h2 id="events-title">{t("events.title")}</h2>
          <Events />
        </section>
      </main>
    </>
  );
}

async function start(): Promise<void> {
  const place = document.getElementById("board");
  if (place === null) return;
  render(<BoardPage />, place);
  registerWorker();
  while (!(await beginSession())) {
    if (current().link === "signed-out") return;
    update({ link: "lost" });
    await new Promise((resolve) => setTimeout(resolve, sessionRetryMillis));
  }
  await listenForEver();
}

void start();
