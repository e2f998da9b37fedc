// What the hub tells the board: the shapes of openapi.yaml.

export interface Session {
  name: string;
  csrf: string;
  zone: string;
  now: string;
  /** Whether this person sets the hub up, and so hears of its backups. */
  setsUp: boolean;
}

/** How it stands with the backups of the hub. */
export interface Backup {
  state: "OFF" | "NEVER" | "FRESH" | "LATE";
  lastAt?: string;
  failing: boolean;
}

export type Priority = "CRITICAL" | "HIGH" | "LOW";
export type AlarmState = "RAISED" | "ACKNOWLEDGED" | "RETURNED" | "LATCHED" | "RESET";

export interface Deed {
  by: string;
  at: string;
}

export interface Care {
  claim?: Deed;
  onScene?: Deed;
  help?: Deed;
  falseAlarm?: Deed;
  closing?: Deed;
  shelf?: { until: string; by: string; why: string };
  outOfService?: { repair: string; by: string; since: string };
  suppressedBy?: string;
  fold?: "FLOOD" | "CHATTER";
  step: "NONE" | "FIRST" | "NEXT" | "EVERYONE";
}

export interface Alarm {
  compound: string;
  gate: string;
  gateName: string;
  byHub: boolean;
  id: number;
  kind: string;
  priority: Priority;
  source: { kind: string; id: string };
  sourceName: string;
  detail: string;
  state: AlarmState;
  answered: boolean;
  mayReset: boolean;
  raisedAt: string;
  heardAt: string;
  times: number;
  acknowledgedBy?: string;
  picture?: string;
  mayWait: boolean;
  care: Care;
}

export interface Door {
  id: string;
  name: string;
  mode: string;
  phase: string;
  modeEndsAt?: string;
}

export type Level = "NORMAL" | "PATROL_PRESENT" | "LOCKDOWN" | "EVACUATION";

export interface Lamp {
  id: string;
  name: string;
  light: string;
}

export interface Camera {
  id: string;
  name: string;
  working: boolean;
}

export interface Gate {
  compound: string;
  gate: string;
  name: string;
  online: boolean;
  heardAt?: string;
  stateHeardAt?: string;
  time?: string;
  trust?: "TRUSTED" | "UNTRUSTED";
  fire: boolean;
  level?: Level;
  levelEndsAt?: string;
  levelBy?: string;
  rulesVersion: number;
  waitingEvents: number;
  doors: Door[];
  lamps: Lamp[];
  cameras: Camera[];
}

export interface Way {
  id: string;
  kind: string;
  name: string;
  state: "UNTRIED" | "WORKS" | "FAILS" | "STALE" | "PAUSED";
  lastSuccess?: string;
  lastFailure?: string;
  failure?: string;
  waiting: number;
}

export type Shift = "EARLY" | "LATE" | "NIGHT";

/** Who answers now. */
export interface Duty {
  shift: Shift;
  persons: string[];
  since: string;
  /** The shift that should have taken over and has not. */
  waiting?: Shift;
}

export interface Board {
  version: number;
  madeAt: string;
  alarms: Alarm[];
  gates: Gate[];
  ways: Way[];
  backup: Backup;
  duty?: Duty;
}

/** The answer to a long poll. */
export interface Changes {
  now: string;
  board?: Board;
  events: LoggedEvent[];
  inPlaceOfAll: boolean;
  last: number;
}

export interface EventFacts {
  reason?: string;
  mode?: string;
  alarm?: number;
  kind?: string;
  by?: string;
  outcome?: string;
  on?: boolean;
  trust?: string;
  count?: number;
  level?: Level;
  detail?: string;
}

export interface LoggedEvent {
  number: number;
  heardAt: string;
  compound: string;
  gate: string;
  gateName: string;
  time: string;
  trust: string;
  type: string;
  facts: EventFacts;
  who?: string;
  where: string;
  pictureNumber?: number;
  picture?: string;
}

export interface Problem {
  title: string;
  status: number;
  detail: string;
  code: string;
  zh?: { title: string; detail: string };
}

export function alarmKey(alarm: Alarm): string {
  return `${alarm.compound}/${alarm.gate}/${alarm.byHub ? "hub" : "gate"}/${alarm.id}`;
}

/** Put aside with good reason: it stands below, and nobody is called. */
export function waits(alarm: Alarm): boolean {
  const care = alarm.care;
  return care.shelf !== undefined || care.outOfService !== undefined || care.suppressedBy !== undefined;
}

/** Whether it still calls for a person. */
export function calls(alarm: Alarm): boolean {
  return !alarm.answered && !waits(alarm);
}

export function doorKey(gate: Gate, door: Door): string {
  return `${gate.compound}/${gate.gate}/door/${door.id}`;
}

export function levelKey(compound: string): string {
  return `${compound}/level`;
}
