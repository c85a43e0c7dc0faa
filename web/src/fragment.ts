// The fragment contract: a request with `X-Fragment: <id>` is answered with that element alone.
import { policy } from "./policy";

/** The line a screen reader speaks: one per page, in base.html. */
const line = () => document.getElementById("status");

/** Says a sentence once. */
export function say(text: string | null | undefined): void {
  const status = line();
  if (status && text) status.textContent = text;
}

/** A sentence of the page's language, carried by the status line: `data-<key>`. */
export function words(key: string): string | undefined {
  return line()?.dataset[key];
}

/** Asks for one element of a page. Fails on the network only: an answer with errors is an answer. */
export function ask(address: string | URL, id: string, init: RequestInit = {}): Promise<Response> {
  return fetch(address, { credentials: "same-origin", ...init, headers: { ...init.headers, "X-Fragment": id } });
}

/** Puts an answer in the place of the element `id`, keeping the focus and speaking what `[data-say]` says. */
export function swap(id: string, html: string): void {
  const old = document.getElementById(id);
  const template = document.createElement("template");
  template.innerHTML = policy.createHTML(html);
  const fresh = template.content.getElementById(id);
  if (!old || !fresh) throw new Error(`no element ${id}`);
  const back = focusKey(old);
  old.replaceWith(fresh);
  const wrong = fresh.querySelector<HTMLElement>(".errors");
  (wrong ?? back?.(fresh))?.focus();
  say(fresh.querySelector("[data-say]")?.textContent);
  document.dispatchEvent(new CustomEvent("swapped", { detail: fresh }));
}

/** How to find the focused element again in the fresh one; nothing when the focus is elsewhere. */
function focusKey(old: HTMLElement): ((fresh: HTMLElement) => HTMLElement | null) | undefined {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !old.contains(focused)) return undefined;
  const { id } = focused;
  const name = focused.getAttribute("name");
  const value = focused.getAttribute("value");
  return (fresh) =>
    (id ? fresh.ownerDocument.getElementById(id) : null) ??
    (name && value ? fresh.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`) : null) ??
    (name ? fresh.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`) : null) ??
    (fresh.tabIndex < 0 ? (fresh.setAttribute("tabindex", "-1"), fresh) : fresh);
}
