// What the rounds page knows: the plan of the hub, and what waits on the phone.

import type { Kept } from "./queue";

export interface Check {
  id: string;
  text: string;
}

export interface Point {
  id: string;
  name: string;
  how: "READER" | "NFC" | "QR" | "BUTTON";
  done?: string;
  checks: Check[];
}

export interface Round {
  id: string;
  tour: string;
  name: string;
  dueFrom: string;
  dueTo: string;
  state: "DUE" | "WALKING" | "ENDED" | "MISSED";
  anyOrder: boolean;
  points: Point[];
}

export interface Plan {
  now: string;
  rounds: Round[];
}

/** How far something is: the hub has it, or it waits on this phone, or neither. */
export type Progress = "done" | "waiting" | "open";

function waits(kept: Kept[], round: Round, matches: (each: Kept) => boolean): boolean {
  return kept.some((each) => each.refused === null && each.act.round === round.id && matches(each));
}

export function pointProgress(round: Round, point: Point, kept: Kept[]): Progress {
  if (point.done !== undefined) return "done";
  return waits(kept, round, ({ act }) => act.kind === "POINT" && act.point === point.id) ? "waiting" : "open";
}

export function beginProgress(round: Round, kept: Kept[]): Progress {
  if (round.state !== "DUE") return "done";
  return waits(kept, round, ({ act }) => act.kind === "BEGIN") ? "waiting" : "open";
}

export function endProgress(round: Round, kept: Kept[]): Progress {
  if (round.state === "ENDED") return "done";
  return waits(kept, round, ({ act }) => act.kind === "END") ? "waiting" : "open";
}

/** The points that somebody can go to next. */
export function nextPoints(round: Round, kept: Kept[]): Point[] {
  const open = round.points.filter((point) => pointProgress(round, point, kept) === "open");
  return round.anyOrder ? open : open.slice(0, 1);
}

/** What was said to a check of the list and waits on the phone; undefined for nothing. */
export function answerOf(round: Round, point: Point, check: Check, kept: Kept[]): boolean | undefined {
  const said = kept.filter(
    ({ act, refused }) =>
      refused === null &&
      act.kind === "CHECK" &&
      act.round === round.id &&
      act.point === point.id &&
      act.check === check.id,
  );
  return said[said.length - 1]?.act.ok;
}
