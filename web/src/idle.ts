// A shared tablet: after a minute without a touch it warns, then goes back to its first page, so that nobody meets the
// answers of whoever came before. Without scripts a link does the same.

const WARNING_MS = 15_000;

/** Leaves after a while without a sign of life; `busy` says whether someone is there at all. */
export function startIdle(leave: () => void, busy: () => boolean): void {
  const wait = Number(document.body.dataset.idle) * 1000;
  const warning = document.querySelector<HTMLElement>("[data-idle-warning]");
  if (!wait || !warning) return;
  let timer = 0;

  const warn = (): void => {
    if (!busy()) return again();
    warning.hidden = false;
    timer = window.setTimeout(() => {
      leave();
      again();
    }, WARNING_MS);
  };
  const again = (): void => {
    window.clearTimeout(timer);
    warning.hidden = true;
    timer = window.setTimeout(warn, wait - WARNING_MS);
  };

  for (const sign of ["pointerdown", "keydown", "input", "scroll"]) {
    document.addEventListener(sign, again, { passive: true });
  }
  // A page brought back by the browser's own memory begins anew.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) leave();
  });
  again();
}
