// The large sign for "nothing is open": shown only while it is known to be so.

import type { JSX } from "preact";
import { Icon } from "./icons";
import type { Board, Gate } from "./model";
import type { Link } from "./store";
import { t } from "./words";

export function Quiet({ board, link }: { board: Board | null; link: Link }): JSX.Element {
  if (board === null || link !== "live") {
    return (
      <div class="quiet unknown" role="status">
        <Icon name="waiting" size={5} />
        <p class="quiet-title">{t(link === "connecting" ? "link.first" : "quiet.unknown")}</p>
      </div>
    );
  }
  const notes = board.gates.flatMap(notesOf);
  const online = board.gates.filter((gate) => gate.online).length;
  return (
    <div class={`quiet ${notes.length === 0 ? "good" : "warn"}`} role="status">
      <Icon name={notes.length === 0 ? "check_circle" : "alert"} size={5} />
      <p class="quiet-title">{t(notes.length === 0 ? "quiet.title" : "quiet.part")}</p>
      {notes.length === 0 ? <p>{t("quiet.text")}</p> : notes.map((note) => <p key={note}>{note}</p>)}
      <p>
        {board.gates.length === 0
          ? t("quiet.no-gates")
          : t("quiet.gates", { online, all: board.gates.length })}
      </p>
    </div>
  );
}

/** What a person should look at though no alarm is open. */
function notesOf(gate: Gate): string[] {
  const notes: string[] = [];
  const note = (text: string) => notes.push(`${gate.name} · ${text}`);
  if (!gate.online) note(t("gate.offline"));
  if (gate.trust === "UNTRUSTED") note(`${t("gate.clock")} ${t("gate.clock.UNTRUSTED")}`);
  for (const lamp of gate.lamps) {
    if (lamp.light === "DEAD" || lamp.light === "CUT") note(`${lamp.name} ${t(`lamp.${lamp.light}`)}`);
  }
  for (const camera of gate.cameras) {
    if (!camera.working) note(`${camera.name} ${t("camera.lost")}`);
  }
  return notes;
}
