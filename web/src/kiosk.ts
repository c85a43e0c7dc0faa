// A shared tablet: after a minute without a touch it warns, then goes back to its first page, so that nobody meets the
// answers of whoever came before. Without scripts a link does the same.

const WARNING_MS = 15_000;

export function startKiosk(): void {
  const { idle, idleTo } = document.body.dataset;
  const warning = document.querySelector<HTMLElement>("[data-idle-warning]");
  if (!idle || !idleTo || !warning) return;
  const wait = Number(idle) * 1000;
  let timer = 0;

  const leave = (): void => location.replace(idleTo);
  const warn = (): void => {
    warning.hidden = false;
    timer = window.setTimeout(leave, WARNING_MS);
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
