// Live figures: an element with an id and `data-refresh=<seconds>` is asked for again while its page is looked at. Its
// button `[data-refresh-stop]`, `data-on` and `data-off` its two labels, stops it (WCAG 2.2.2).
import { ask, swap } from "./fragment";

/** Follows the live figures of the page. */
export function startRefresh(): void {
  document.querySelectorAll<HTMLElement>("[data-refresh]").forEach((element) => {
    const { id } = element;
    const stop = document.querySelector<HTMLElement>(`[data-refresh-stop="${CSS.escape(id)}"]`);
    let runs = true;
    if (stop) {
      stop.hidden = false;
      stop.addEventListener("click", () => {
        runs = !runs;
        stop.textContent = (runs ? stop.dataset.on : stop.dataset.off) ?? "";
      });
    }
    window.setInterval(() => {
      // What came back may have stopped: there is nothing more to wait for.
      const waits = document.getElementById(id)?.dataset.refresh !== undefined;
      if (runs && waits && !document.hidden) void again(id);
    }, Number(element.dataset.refresh) * 1000);
  });
}

async function again(id: string): Promise<void> {
  try {
    const answer = await ask(location.href, id);
    if (answer.ok) swap(id, await answer.text());
  } catch {
    // No network: the figures stay as they were read.
  }
}
