// A page that opens without a network: itself and what it is made of are kept on the device, under its own address.

import { AS_ANYONE } from "./as-anyone";
import { policy } from "./policy";

/** The cache of the page held at this address; the worker reads the same name. */
const cacheOf = (scope: string): string => `tablet ${scope}`;

/**
 * Keeps the page of `scope`, what it is made of and `more`; false when this browser or this connection cannot. `as` is the
 * page to keep there, when it is not the one of `scope` itself.
 */
export async function holdPage(scope: string, worker: string, more: string[] = [], as = scope): Promise<boolean> {
  if (!("serviceWorker" in navigator) || !("caches" in window)) return false;
  const credentials = worker.endsWith(AS_ANYONE) ? "omit" : "same-origin";
  try {
    void navigator.storage?.persist?.();
    await started(await navigator.serviceWorker.register(policy.createScriptURL(worker) as string, { scope }));
    const cache = await caches.open(cacheOf(scope));
    const parts = [...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>("link[href], script[src]")];
    const addresses = [scope, ...more, ...parts.map((part) => ("src" in part ? part.src : part.href))];
    const wanted = addresses.map((address) => new URL(address, location.href).href);
    const from = (at: string): string => (at === wanted[0] ? as : at);
    if (navigator.onLine) await Promise.all(wanted.map((at) => keep(cache, at, from(at), credentials))).catch(() => undefined);
    for (const kept of await cache.keys()) if (!wanted.includes(kept.url)) await cache.delete(kept);
    const held = (await cache.keys()).map((kept) => kept.url);
    return wanted.every((address) => held.includes(address));
  } catch {
    return false;
  }
}

/** `ready` speaks of the worker of the page shown only: another address has one of its own. */
async function started(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  if (!worker || worker.state === "activated") return;
  await new Promise<void>((done) => {
    worker.addEventListener("statechange", () => worker.state === "activated" && done());
  });
}

/** As it is now, not as it was held; a page that leads elsewhere (one must sign in) is not the page. */
async function keep(cache: Cache, at: string, from: string, credentials: RequestCredentials): Promise<void> {
  const answer = await fetch(from, { credentials, cache: "no-store" });
  if (answer.ok && !answer.redirected) await cache.put(at, answer);
}

/** Takes a held page off this device. */
export async function letGo(scope: string): Promise<void> {
  await caches.delete(cacheOf(scope));
  const registration = await navigator.serviceWorker.getRegistration(scope);
  if (registration && new URL(registration.scope).pathname === scope) await registration.unregister();
}
