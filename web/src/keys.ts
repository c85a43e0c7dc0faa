// One key to the next thing that waits: j and k walk a list with `data-queue`; a visible button switches them off.
import { say, words } from "./fragment";

const OFF = "keys-off";

/** Starts the keys where a queue is present. */
export function startKeys(): void {
  const queue = document.querySelector<HTMLElement>("[data-queue]");
  if (!queue) return;
  const toggle = document.querySelector<HTMLButtonElement>("[data-keys-toggle]");
  const on = () => localStorage.getItem(OFF) === null;
  const show = () => {
    if (!toggle) return;
    toggle.hidden = false;
    toggle.textContent = (on() ? toggle.dataset.on : toggle.dataset.off) ?? "";
  };
  show();
  toggle?.addEventListener("click", () => {
    if (on()) localStorage.setItem(OFF, "1");
    else localStorage.removeItem(OFF);
    show();
  });
  document.addEventListener("keydown", (event) => {
    const step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
    if (!step || !on() || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    event.preventDefault();
    walk(queue, step);
  });
}

/** Moves to the next title; past the end, to the link `rel=next`, so that an answered item gives way to another. */
function walk(queue: HTMLElement, step: number): void {
  const links = [...queue.children].flatMap((item) => item.querySelector("a") ?? []);
  const at = links.findIndex((link) => link.closest("[data-queue] > *")?.contains(document.activeElement));
  const next = links[at < 0 && step < 0 ? links.length - 1 : at + step] ?? (links.length === 0 ? beyond(step) : null);
  if (next) next.focus();
  else say(words("end"));
}

function beyond(step: number): HTMLAnchorElement | null {
  return document.querySelector<HTMLAnchorElement>(step > 0 ? "a[rel~=next]" : "a[rel~=prev]");
}

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));
}
