// Drafts: what a person types in a form with `data-draft=<key>` is kept on her device until it is sent.
// Never on a shared screen nor on a case file: the page decides by not giving the attribute.
import { say } from "./fragment";

const PREFIX = "draft:";
const SENT = "draft-sent";
type Words = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Restores, then keeps, every draft of the page. */
export function startDrafts(): void {
  const forms = [...document.querySelectorAll<HTMLFormElement>("form[data-draft]")];
  forgetSent(forms);
  forms.forEach(follow);
}

/** A draft sent is forgotten once the page that follows is neither its form again nor a refusal, such as a session that ended. */
function forgetSent(forms: HTMLFormElement[]): void {
  const sent = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  if (document.querySelector("[data-refused]")) return;
  if (sent && !forms.some((form) => form.dataset.draft === sent)) localStorage.removeItem(PREFIX + sent);
}

function follow(form: HTMLFormElement): void {
  const place = PREFIX + form.dataset.draft;
  const note = form.querySelector<HTMLElement>("[data-draft-note]");
  const clear = form.querySelector<HTMLElement>("[data-draft-clear]");
  const tell = (template: string | undefined) => {
    if (note && template) note.textContent = template.replace("{time}", clock());
    if (clear) clear.hidden = false;
  };
  if (restore(form, localStorage.getItem(place))) {
    tell(note?.dataset.restored);
    say(note?.textContent);
  }
  let timer = 0;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (keep(place, form)) tell(note?.dataset.saved);
    }, 600);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    keep(place, form);
    sessionStorage.setItem(SENT, form.dataset.draft ?? "");
  });
  clear?.addEventListener("click", () => {
    clearTimeout(timer);
    localStorage.removeItem(place);
    form.reset();
    if (note) note.textContent = note.dataset.cleared ?? "";
    say(note?.textContent);
    clear.hidden = true;
  });
}

function keep(place: string, form: HTMLFormElement): boolean {
  try {
    localStorage.setItem(place, JSON.stringify(fields(form).map((field) => [key(field), value(field)])));
    return true;
  } catch {
    return false; // Full or forbidden storage: the form works without.
  }
}

/** Fills only what the server left empty, so that a draft never covers a newer answer. */
function restore(form: HTMLFormElement, kept: string | null): boolean {
  if (!kept || form.querySelector(".errors")) return false;
  let some = false;
  try {
    const values = new Map<string, string>(JSON.parse(kept));
    for (const field of fields(form)) {
      const draft = values.get(key(field));
      if (!draft || value(field) || (field.type === "radio" && answered(form, field.name))) continue;
      if (tickable(field)) field.checked = true;
      else field.value = draft;
      some = true;
    }
  } catch {
    return false;
  }
  if (some) form.querySelectorAll("textarea").forEach((field) => field.dispatchEvent(new Event("input", { bubbles: true })));
  return some;
}

function answered(form: HTMLFormElement, name: string): boolean {
  return form.querySelector(`[name="${CSS.escape(name)}"]:checked`) !== null;
}

function fields(form: HTMLFormElement): Words[] {
  return [...form.elements].filter(
    (field): field is Words =>
      (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) &&
      field.name !== "" &&
      !["hidden", "password", "file", "submit", "search"].includes(field.type),
  );
}

function tickable(field: Words): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");
}

function key(field: Words): string {
  return tickable(field) ? `${field.name}=${field.value}` : field.name;
}

function value(field: Words): string {
  if (tickable(field)) return field.checked ? "on" : "";
  return field.value;
}

function clock(): string {
  return new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
}
