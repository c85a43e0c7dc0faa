// Live search: `data-live=<address>` on a field asks for what resembles its text and shows it in `data-live-to=<id>`.
import { ask, swap } from "./fragment";

const SHORTEST = 3;

/** Follows every live field, those swapped in later too. */
export function startLive(): void {
  let timer = 0;
  let asked: AbortController | undefined;
  document.addEventListener("input", (event) => {
    const field = event.target as HTMLInputElement;
    const { live, liveTo } = field.dataset;
    if (live === undefined || liveTo === undefined) return;
    clearTimeout(timer);
    asked?.abort();
    timer = setTimeout(() => {
      asked = new AbortController();
      const text = field.value.trim();
      if (text.length >= SHORTEST) void show(live, liveTo, text, asked.signal);
    }, 350);
  });
}

async function show(live: string, id: string, text: string, signal: AbortSignal): Promise<void> {
  const address = new URL(live, location.href);
  address.searchParams.set("q", text);
  try {
    const answer = await ask(address, id, { signal });
    if (answer.ok) swap(id, await answer.text());
  } catch {
    // Given up for newer words, or no network: the form goes on without suggestions.
  }
}
