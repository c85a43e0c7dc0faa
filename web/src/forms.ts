// Forms: sent once, and in place where they ask for it with `data-swap=<id>`.
import { ask, say, swap, words } from "./fragment";

const sending = new WeakSet<HTMLFormElement>();

/** Listens to every form and link of the page, those swapped in later too. */
export function startForms(): void {
  document.addEventListener("submit", onSubmit);
  document.addEventListener("click", onClick);
  window.addEventListener("popstate", () => location.reload());
  // A page that comes back from the browser's memory is ready to be sent again.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) document.querySelectorAll("form").forEach(release);
  });
}

function onSubmit(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented) return;
  const get = form.method === "get";
  if (sending.has(form)) return event.preventDefault();
  if (!get) hold(form);
  const id = form.dataset.swap;
  // A file needs the browser's own progress; a form without `data-swap` is a page.
  if (!id || form.enctype === "multipart/form-data") return;
  event.preventDefault();
  const data = new FormData(form, event.submitter);
  const address = new URL((event.submitter as HTMLButtonElement | null)?.getAttribute("formaction") ?? form.action, location.href);
  const body = new URLSearchParams([...data].filter((pair): pair is [string, string] => typeof pair[1] === "string"));
  if (get) address.search = body.toString();
  void replace(id, address, get ? {} : { method: "POST", body }, form);
}

function onClick(event: MouseEvent): void {
  const link = (event.target as Element).closest<HTMLAnchorElement | SVGAElement>("a[data-swap]");
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  void replace(link.dataset.swap ?? "", new URL(link.getAttribute("href") ?? "", location.href), {}, undefined);
}

async function replace(id: string, address: URL, init: RequestInit, form: HTMLFormElement | undefined): Promise<void> {
  let answer: Response;
  try {
    answer = await ask(address, id, init);
  } catch {
    // Nobody knows whether it arrived; the words stay on the page and the form's key makes a second sending harmless.
    say(words("offline"));
    if (form) release(form);
    return;
  }
  try {
    const html = await answer.text();
    if (answer.redirected && !html.includes(`id="${id}"`)) return location.assign(answer.url);
    swap(id, html);
    if (!init.method) history.pushState(null, "", address);
  } catch {
    // The server said yes but the page could not show it: read it again, never send twice.
    location.assign(init.method ? answer.url : address);
  }
  if (form) release(form);
}

function hold(form: HTMLFormElement): void {
  sending.add(form);
  buttons(form).forEach((button) => button.setAttribute("aria-disabled", "true"));
}

function release(form: HTMLFormElement): void {
  sending.delete(form);
  buttons(form).forEach((button) => button.removeAttribute("aria-disabled"));
}

function buttons(form: HTMLFormElement): NodeListOf<Element> {
  return form.querySelectorAll("button:not([type=button])");
}
