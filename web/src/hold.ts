// A page that opens without a network: itself and what it is made of are kept on the device, under its own address.

import { AS_ANYONE } from "./as-anyone";
import { policy } from "./policy";

/** Keeps the page and what it is made of; false when this browser or this connection cannot. */
export async function holdPage(scope: string, worker: string, more: string[] = []): Promise<boolean> {
  if (!("serviceWorker" in navigator) || !("caches" in window)) return false;
  const credentials = worker.endsWith(AS_ANYONE) ? "omit" : "same-origin";
  try {
    void navigator.storage?.persist?.();
    await navigator.serviceWorker.register(policy.createScriptURL(worker) as string, { scope });
    await navigator.serviceWorker.ready;
    const cache = await caches.open(`tablet ${scope}`);
    const parts = [...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>("link[href], script[src]")];
    const addresses = [scope, ...more, ...parts.map((part) => ("src" in part ? part.src : part.href))];
    const wanted = addresses.map((address) => new URL(address, location.href).href);
    if (navigator.onLine) await Promise.all(wanted.map((address) => keep(cache, address, credentials))).catch(() => undefined);
    for (const kept of await cache.keys()) if (!wanted.includes(kept.url)) await cache.delete(kept);
    const held = (await cache.keys()).map((kept) => kept.url);
    return wanted.every((address) => held.includes(address));
  } catch {
    return false;
  }
}

/** A page that leads elsewhere (one must sign in) is not the page. */
async function keep(cache: Cache, address: string, credentials: RequestCredentials): Promise<void> {
  const answer = await fetch(address, { credentials });
  if (answer.ok && !answer.redirected) await cache.put(address, answer);
}
