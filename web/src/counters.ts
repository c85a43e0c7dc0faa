// Character counters: `<p data-count="Caractères restants : {n}" data-count-for=<id>>` beside a field with a maximum.
import { say } from "./fragment";

/** Fills every counter and follows its field. */
export function startCounters(): void {
  document.querySelectorAll<HTMLElement>("[data-count]").forEach(show);
  document.addEventListener("swapped", (event) => {
    ((event as CustomEvent).detail as HTMLElement).querySelectorAll<HTMLElement>("[data-count]").forEach(show);
  });
  let timer = 0;
  document.addEventListener("input", (event) => {
    const field = event.target as HTMLElement;
    if (!field.id) return;
    const counter = document.querySelector<HTMLElement>(`[data-count-for="${CSS.escape(field.id)}"]`);
    if (!counter || !show(counter)) return;
    // Spoken only near the end and once the fingers rest.
    clearTimeout(timer);
    timer = setTimeout(() => say(counter.textContent), 1200);
  });
}

/** Writes what is left; true when a tenth or less remains. */
function show(counter: HTMLElement): boolean {
  const field = document.getElementById(counter.dataset.countFor ?? "") as HTMLTextAreaElement | null;
  if (!field || field.maxLength < 0) return false;
  const left = field.maxLength - field.value.length;
  counter.textContent = (counter.dataset.count ?? "").replace("{n}", left.toLocaleString(document.documentElement.lang));
  return left * 10 <= field.maxLength;
}
