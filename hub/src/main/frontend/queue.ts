// What somebody did while walking: kept on the phone until the hub has taken it.

/** One act, as the hub takes it. Sending it twice changes nothing: its key is the same. */
export interface RoundAct {
  key: string;
  at: string;
  kind: "BEGIN" | "POINT" | "CHECK" | "END" | "REPAIR" | "PICTURE";
  round: string;
  point?: string;
  check?: string;
  ok?: boolean;
  code?: string;
  text?: string;
}

/** An act on this phone. */
export interface Kept {
  key: string;
  /** Counts up: acts are sent in this order. */
  number: number;
  /** Who did it; nobody else ever sends it. */
  owner: string;
  act: RoundAct;
  /** Why the hub did not take it; null while it waits. */
  refused: string | null;
  /** The JPEG of a picture. */
  picture?: ArrayBuffer;
}

const acts = "acts";
const plans = "plans";

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open("menfang-rounds", 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore(acts, { keyPath: "key" });
      asked.result.createObjectStore(plans, { keyPath: "owner" });
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

async function work<T>(store: string, mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(store, mode);
      const asked = ask(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** All that is kept, in the order in which it was done. */
export async function keptActs(): Promise<Kept[]> {
  const all = await work<Kept[]>(acts, "readonly", (store) => store.getAll());
  return all.sort((one, other) => one.number - other.number);
}

/** Keeps an act. It is on the phone when this resolves. */
export async function keep(owner: string, act: RoundAct, picture?: ArrayBuffer): Promise<void> {
  const before = await keptActs();
  const number = (before[before.length - 1]?.number ?? 0) + 1;
  const kept: Kept = { key: act.key, number, owner, act, refused: null, ...(picture === undefined ? {} : { picture }) };
  await work(acts, "readwrite", (store) => store.put(kept));
}

export async function forget(key: string): Promise<void> {
  await work(acts, "readwrite", (store) => store.delete(key));
}

export async function refuse(kept: Kept, why: string): Promise<void> {
  await work(acts, "readwrite", (store) => store.put({ ...withoutPicture(kept), refused: why }));
}

/** What is never sent again takes no room. */
function withoutPicture({ picture: _, ...rest }: Kept): Kept {
  return rest;
}

/** The last plan that the hub gave, so that a round can begin without it. */
export interface KeptPlan<T> {
  owner: string;
  /** By the hub's clock. */
  now: string;
  /** By the phone's clock, which tells how old the plan is. */
  keptAt: number;
  plan: T;
}

export async function keepPlan<T>(plan: KeptPlan<T>): Promise<void> {
  await work(plans, "readwrite", (store) => store.put(plan));
}

export async function keptPlans<T>(): Promise<KeptPlan<T>[]> {
  return work<KeptPlan<T>[]>(plans, "readonly", (store) => store.getAll());
}

export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
