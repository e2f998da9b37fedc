// Keeps the shell of the pages, so that they open without a network. It keeps no data: what a page shows of
// people comes from the hub each time, or from the page's own store.

interface ShellEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}

interface Asked extends ShellEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface Worker {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(kind: "install" | "activate", listener: (event: ShellEvent) => void): void;
  addEventListener(kind: "fetch", listener: (event: Asked) => void): void;
}

// The hub writes these two before the script.
declare const menfangVersion: string;
declare const menfangShell: string[];

const worker = self as unknown as Worker;
const pages = ["/", "/rounds/app"];
const networkMillisMax = 4_000;
const store = `menfang-${menfangVersion}`;

worker.addEventListener("install", (event) => {
  event.waitUntil(fill().then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(clean().then(() => worker.clients.claim()));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  if (menfangShell.includes(address.pathname)) event.respondWith(keptFirst(request));
  else if (request.mode === "navigate" && pages.includes(address.pathname)) event.respondWith(networkFirst(request, address));
});

async function fill(): Promise<void> {
  const cache = await caches.open(store);
  await cache.addAll(menfangShell);
  for (const page of pages) {
    const answer = await fetch(page, { redirect: "manual" });
    if (answer.ok) await cache.put(page, answer);
  }
}

async function clean(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== store).map((name) => caches.delete(name)));
}

async function keptFirst(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

async function networkFirst(request: Request, address: URL): Promise<Response> {
  const cache = await caches.open(store);
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), networkMillisMax);
  try {
    const answer = await fetch(request, { signal: control.signal });
    if (answer.ok && !answer.redirected) await cache.put(address.pathname, answer.clone());
    return answer;
  } catch (failure) {
    const kept = await cache.match(address.pathname);
    if (kept === undefined) throw failure;
    return kept;
  } finally {
    clearTimeout(timer);
  }
}
