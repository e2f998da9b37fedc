// The plan and the queue of the rounds page, and how they meet the hub.

import { forget, keep, keepPlan, keptActs, keptPlans, newKey, refuse, type Kept, type RoundAct } from "./queue";
import type { Plan } from "./rounds-model";
import { shrink } from "./shrink";

const sendPauseMillisMin = 2_000;
const sendPauseMillisMax = 60_000;
const planEveryMillis = 15_000;
const actsAtOnceMax = 20;

/** How many pictures wait on a phone at once; each has at most `pictureBytesMax`. */
const picturesKeptMax = 20;

export interface RoundsState {
  owner: string;
  csrf: string;
  plan: Plan | null;
  planKeptAt: number;
  /** The hub's clock less the phone's, in milliseconds. */
  clockAhead: number;
  kept: Kept[];
  link: "connecting" | "live" | "lost" | "signed-out";
}

let state: RoundsState = {
  owner: "",
  csrf: "",
  plan: null,
  planKeptAt: 0,
  clockAhead: 0,
  kept: [],
  link: "connecting",
};
const listeners = new Set<() => void>();
let failures = 0;
let wake = (): void => undefined;

export function rounds(): RoundsState {
  return state;
}

export function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function update(change: Partial<RoundsState>): void {
  state = { ...state, ...change };
  listeners.forEach((listener) => listener());
}

/** What waits to be sent by the person who uses the page. */
export function waiting(): Kept[] {
  return state.kept.filter((each) => each.refused === null && each.owner === state.owner);
}

/** Does something: it is kept first, and sent when that is possible. */
export async function act(done: Omit<RoundAct, "key" | "at">): Promise<void> {
  const at = new Date(Date.now() + state.clockAhead).toISOString();
  await keep(state.owner, { ...done, key: newKey(), at });
  update({ kept: await keptActs() });
  wake();
}

/** Keeps a picture that was taken at a place, once it is small enough. */
export async function takePicture(round: string, point: string, file: Blob): Promise<"kept" | "unreadable" | "many"> {
  if (state.kept.filter((each) => each.picture !== undefined).length >= picturesKeptMax) return "many";
  const at = new Date(Date.now() + state.clockAhead).toISOString();
  const picture = await shrink(file);
  if (picture === null) return "unreadable";
  await keep(state.owner, { kind: "PICTURE", round, point, key: newKey(), at }, picture);
  update({ kept: await keptActs() });
  wake();
  return "kept";
}

/** The person has read why something was not taken. */
export async function dismiss(key: string): Promise<void> {
  await forget(key);
  update({ kept: await keptActs() });
}

/** Begins with what is on the phone, and goes on with the hub for as long as the page is open. */
export async function run(): Promise<void> {
  const kept = await keptActs();
  const plans = await keptPlans<Plan>();
  const last = plans.sort((one, other) => other.keptAt - one.keptAt)[0];
  update({ kept });
  if (last !== undefined) {
    const clockAhead = Date.parse(last.now) - last.keptAt;
    update({ owner: last.owner, plan: last.plan, planKeptAt: last.keptAt, clockAhead });
  }
  for (;;) {
    const fine = await meetHub();
    failures = fine ? 0 : failures + 1;
    await pause(fine && waiting().length > 0 ? 0 : fine ? planEveryMillis : waitAfter(failures));
  }
}

function waitAfter(failed: number): number {
  const top = Math.min(sendPauseMillisMax, sendPauseMillisMin * 2 ** (failed - 1));
  return top / 2 + (Math.random() * top) / 2;
}

async function meetHub(): Promise<boolean> {
  try {
    const session = await fetch("/api/v1/session");
    if (session.status === 401) {
      update({ link: "signed-out" });
      return false;
    }
    if (!session.ok) return lost();
    const { name, csrf } = (await session.json()) as { name: string; csrf: string };
    update({ owner: name, csrf });
    if (!(await send())) return lost();
    return (await renewPlan()) || lost();
  } catch {
    return lost();
  }
}

function lost(): boolean {
  update({ link: "lost" });
  return false;
}

/** Sends what was done first: acts together, a picture alone. */
async function send(): Promise<boolean> {
  const all = waiting();
  const picture = all.findIndex((each) => each.act.kind === "PICTURE");
  const batch = all.slice(0, picture < 0 ? actsAtOnceMax : Math.min(actsAtOnceMax, Math.max(1, picture)));
  const first = batch[0];
  if (first === undefined) return true;
  return first.act.kind === "PICTURE" ? sendPicture(first) : sendActs(batch);
}

async function sendActs(batch: Kept[]): Promise<boolean> {
  const response = await fetch("/api/v1/rounds/acts", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Menfang-Csrf": state.csrf },
    body: JSON.stringify({ acts: batch.map((each) => each.act) }),
  });
  if (!response.ok) return false;
  await hear(batch, (await response.json()) as Answer);
  return true;
}

async function sendPicture(kept: Kept): Promise<boolean> {
  const { act, picture } = kept;
  const form = new FormData();
  form.set("key", act.key);
  form.set("at", act.at);
  form.set("round", act.round);
  form.set("point", act.point ?? "");
  form.set("picture", new Blob([picture ?? new ArrayBuffer(0)], { type: "image/jpeg" }), "round.jpg");
  const response = await fetch("/api/v1/rounds/pictures", {
    method: "POST",
    headers: { "X-Menfang-Csrf": state.csrf },
    body: form,
  });
  if (response.status === 400 || response.status === 413) {
    // It will never be taken, and what was done after it must not wait for ever.
    const problem = (await response.json()) as { detail: string };
    await hear([kept], { taken: [], refused: [{ key: kept.key, why: problem.detail }] });
    return true;
  }
  if (!response.ok) return false;
  await hear([kept], (await response.json()) as Answer);
  return true;
}

interface Answer {
  taken: string[];
  refused: { key: string; why: string }[];
}

async function hear(batch: Kept[], answer: Answer): Promise<void> {
  for (const key of answer.taken) await forget(key);
  for (const { key, why } of answer.refused) {
    const kept = batch.find((each) => each.key === key);
    if (kept !== undefined) await refuse(kept, why);
  }
  update({ kept: await keptActs() });
}

async function renewPlan(): Promise<boolean> {
  const response = await fetch("/api/v1/rounds/mine");
  if (!response.ok) return false;
  const plan = (await response.json()) as Plan;
  const keptAt = Date.now();
  update({ plan, planKeptAt: keptAt, clockAhead: Date.parse(plan.now) - keptAt, link: "live" });
  await keepPlan({ owner: state.owner, now: plan.now, keptAt, plan });
  return true;
}

function pause(millis: number): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener("online", go);
      resolve();
    };
    const timer = setTimeout(go, millis);
    wake = go;
    addEventListener("online", go);
  });
}
