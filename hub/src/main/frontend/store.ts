// All that the board knows, in one place, and how it changes.

import { useEffect, useReducer } from "preact/hooks";
import type { Board, LoggedEvent, Problem, Session } from "./model";

const shownEventsMax = 300;

export type Link = "connecting" | "live" | "lost" | "too-many" | "signed-out";

export type AlarmAct =
  | "acknowledge"
  | "claim"
  | "on-scene"
  | "help"
  | "false-alarm"
  | "shelve"
  | "unshelve"
  | "out-of-service"
  | "in-service"
  | "close";

export interface Act {
  name: AlarmAct | "release" | "hold" | "level";
  byHub: boolean;
  phase: "waiting" | "done" | "failed";
  problem?: Problem;
}

export interface State {
  session: Session | null;
  board: Board | null;
  events: LoggedEvent[];
  noEarlier: boolean;
  link: Link;
  acts: Record<string, Act>;
}

let state: State = {
  session: null,
  board: null,
  events: [],
  noEarlier: false,
  link: "connecting",
  acts: {},
};

const listeners = new Set<() => void>();

export function current(): State {
  return state;
}

export function update(change: Partial<State>): void {
  state = { ...state, ...change };
  listeners.forEach((listener) => listener());
}

export function useBoardState(): State {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const listener = () => redraw(undefined);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
  return state;
}

/** Draws again every second, so that ages count up. */
export function useSeconds(): void {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = setInterval(() => redraw(undefined), 1000);
    return () => clearInterval(timer);
  }, []);
}

/** A board from the stream. Acts that the board shows as done are forgotten. */
export function hearBoard(board: Board): void {
  if (state.board !== null && board.version < state.board.version && state.link === "live") return;
  update({ board, link: "live" });
}

/** Events that came since, the newest first. */
export function hearEvents(newest: LoggedEvent[]): void {
  const first = state.events[0]?.number ?? 0;
  const fresh = newest.filter((event) => event.number > first);
  if (fresh.length > 0) {
    const all = [...fresh, ...state.events];
    update({ events: all.slice(0, shownEventsMax), noEarlier: state.noEarlier && all.length <= shownEventsMax });
  }
}

/** The newest events, in place of all. */
export function hearLog(newest: LoggedEvent[]): void {
  update({ events: newest, noEarlier: false });
}

export function addEarlier(earlier: LoggedEvent[]): void {
  const last = state.events[state.events.length - 1]?.number ?? Infinity;
  const older = earlier.filter((event) => event.number < last);
  const all = [...state.events, ...older];
  update({ events: all.slice(0, shownEventsMax), noEarlier: older.length === 0 || all.length >= shownEventsMax });
}

export function setAct(key: string, act: Act | null): void {
  const acts = { ...state.acts };
  if (act === null) delete acts[key];
  else acts[key] = act;
  update({ acts });
}
