// The service worker of one page, under its address alone (a tablet's questionnaire, an inventory on a phone): without a
// network the page and what it is made of come from the device. The page fills the cache; nothing that anyone answered is
// ever in it.
import { AS_ANYONE } from "./as-anyone";

interface Worker {
  registration: { scope: string };
  location: Location;
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: string, listener: (event: Happening) => void): void;
}

interface Happening {
  request: Request;
  waitUntil(work: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
}

const worker = self as unknown as Worker;
const scope = new URL(worker.registration.scope).pathname;
/** A network that does not answer within this is none. */
const PATIENCE_MS = 4_000;
const asAnyone = worker.location.search === AS_ANYONE;
const ANYHOW = { ignoreVary: true };

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== worker.location.origin) return;
  if (request.mode === "navigate") {
    if (address.pathname === scope) event.respondWith(page(request));
  } else {
    event.respondWith(part(request));
  }
});

/** The page as it is now, or as it was held. */
async function page(request: Request): Promise<Response> {
  const cache = await caches.open(`tablet ${scope}`);
  const held = (await cache.match(request, ANYHOW)) ?? (await cache.match(scope, ANYHOW));
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.status >= 500 && held) return held;
    if (answer.ok && !asAnyone) await cache.put(request, answer.clone());
    return answer;
  } catch {
    return held ?? Response.error();
  }
}

/** Styles and scripts: their address changes with their content. */
async function part(request: Request): Promise<Response> {
  const cache = await caches.open(`tablet ${scope}`);
  return (await cache.match(request, ANYHOW)) ?? fetch(request);
}
