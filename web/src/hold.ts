// Keeps a page and what it is made of on this device, so that it opens without a network.

interface ScriptPolicy {
  createScriptURL(url: string): unknown;
}

/** The cache of a page held at this address; the worker reads the same name. */
export const heldAt = (scope: string): string => `tablet ${scope}`;

/**
 * Holds the page of `scope`, and `others` beside it, under a worker of that address; false when this browser or this
 * connection cannot. `as` is the page to hold when it is not the one of `scope` itself.
 */
export async function holdPage(scope: string, worker: string, others: string[] = [], as = scope): Promise<boolean> {
  if (!("serviceWorker" in navigator) || !("caches" in window)) return false;
  try {
    void navigator.storage?.persist?.();
    const registration = await navigator.serviceWorker.register(trusted(worker), { scope });
    await started(registration);
    const cache = await caches.open(heldAt(scope));
    const parts = [...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>("link[href], script[src]")];
    const made = parts.map((part) => ("src" in part ? part.src : part.href));
    const page = new URL(scope, location.href).href;
    const wanted = [page, ...others, ...made];
    if (navigator.onLine) await fill(cache, [...others, ...made], page, as);
    for (const kept of await cache.keys()) if (!wanted.includes(kept.url)) await cache.delete(kept);
    const held = (await cache.keys()).map((kept) => kept.url);
    return wanted.every((address) => held.includes(address));
  } catch {
    return false;
  }
}

/** A policy of its own: the one for HTML belongs to the script of every page, and each is created once. */
let policy: ScriptPolicy | undefined;

function trusted(worker: string): string {
  const factory = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy } }).trustedTypes;
  policy ??= factory?.createPolicy("arpent-worker", { createScriptURL: (url) => url });
  return (policy?.createScriptURL(worker) ?? worker) as string;
}

async function started(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  if (!worker || worker.state === "activated") return;
  await new Promise<void>((done) => {
    worker.addEventListener("statechange", () => worker.state === "activated" && done());
  });
}

async function fill(cache: Cache, parts: string[], page: string, as: string): Promise<void> {
  await cache.addAll(parts).catch(() => undefined);
  const answer = await fetch(as, { cache: "no-store" }).catch(() => undefined);
  // A page that led elsewhere, to a form of entry for one, is not the page.
  if (answer?.ok && !answer.redirected) await cache.put(page, answer);
}

/** Takes a held page off this device. */
export async function letGo(scope: string): Promise<void> {
  await caches.delete(heldAt(scope));
  const registration = await navigator.serviceWorker.getRegistration(scope);
  if (registration && new URL(registration.scope).pathname === scope) await registration.unregister();
}
