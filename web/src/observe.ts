// What someone saw, told from a phone: kept there when the network is away, sent once when it is back. Each observation has
// the key of its form, so that an answer that was lost on the way makes no second one.
import { AS_ANYONE } from "./as-anyone";
import { holdPage } from "./hold";
import "./map";
import { type Fate, type Outcome, Queue, type Queued } from "./queue";

const SEND_EVERY_MS = 60_000;
const HOLDS_AFTER_MS = 1_500;
/** A network that has not taken a photograph by then is none. */
const PATIENCE_MS = 30_000;

/** An observation as it was told; put aside with why, it waits for its author. */
interface Kept extends Queued {
  title: string;
  at: number;
  words: [string, string][];
  photo?: File | undefined;
}

interface Problem {
  detail?: string;
  errors?: { detail: string }[];
}

type Answer = { sent: string } | { refused: string } | "later";

class Notebook {
  private constructor(
    private readonly form: HTMLFormElement,
    private readonly section: HTMLElement,
    private readonly queue: Queue<Kept>,
  ) {}

  static async open(form: HTMLFormElement, section: HTMLElement): Promise<void> {
    // One at a time: a photograph is heavy, and what left is shown at once.
    const take = async ([told]: Kept[]) => (told ? notebook.hand(told) : []);
    const queue = await Queue.open<Kept>(`seen ${location.pathname}`, take, "seen", 1);
    const notebook = new Notebook(form, section, queue);
    notebook.begin();
  }

  private begin(): void {
    this.part("again").addEventListener("click", () => void this.sendAll());
    this.form.addEventListener("submit", (event) => {
      const { name } = (event.submitter ?? {}) as { name?: string };
      // The buttons that look for a place are the server's.
      if (name) return;
      event.preventDefault();
      void this.tell();
    });
    this.queue.sendWhenever(SEND_EVERY_MS, () => void this.sendAll());
    void this.draw().then(() => this.sendAll());
    // Once the page is shown: what it takes to hold it must not slow it.
    window.setTimeout(() => void this.hold(), HOLDS_AFTER_MS);
  }

  private async hold(): Promise<void> {
    const { worker = "", ready = "", unready = "" } = this.section.dataset;
    const held = await holdPage(location.pathname, worker + AS_ANYONE);
    this.part("held").textContent = held ? ready : unready;
  }

  /** The form was sent: at once, or kept. */
  private async tell(): Promise<void> {
    const button = this.form.querySelector<HTMLButtonElement>("button:not([name])");
    if (button?.disabled) return;
    if (button) button.disabled = true;
    const told = this.read();
    const outcome = await this.send(told);
    if (button) button.disabled = false;
    if (outcome === "later") return this.keep(told);
    if ("sent" in outcome) {
      this.forgetDraft();
      location.href = outcome.sent;
      return;
    }
    // The server says what is wrong at each field, with what was typed still there.
    this.form.submit();
  }

  private read(): Kept {
    const data = new FormData(this.form);
    const words: [string, string][] = [];
    let photo: File | undefined;
    for (const [name, value] of data) {
      if (typeof value === "string") words.push([name, value]);
      else if (value.size > 0) photo = value;
    }
    const of = (name: string) => words.find(([key]) => key === name)?.[1] ?? "";
    return { key: of("submission"), title: of("title"), at: Date.now(), words, photo };
  }

  /** On the disk before she is told so. */
  private async keep(told: Kept): Promise<void> {
    await this.queue.keep(told);
    this.forgetDraft();
    this.form.reset();
    this.set("submission", freshKey());
    await this.draw();
    this.say(this.section.dataset.kept);
    this.section.scrollIntoView({ block: "nearest" });
  }

  private forgetDraft(): void {
    localStorage.removeItem(`draft:${this.form.dataset.draft}`);
  }

  private async send(told: Kept): Promise<Answer> {
    const body = new FormData();
    for (const [name, value] of told.words) body.append(name, value);
    if (told.photo) body.append("photo", told.photo, told.photo.name);
    let answer: Response;
    try {
      answer = await fetch(this.section.dataset.send ?? "", { method: "POST", body, signal: AbortSignal.timeout(PATIENCE_MS) });
    } catch {
      return "later";
    }
    if (answer.ok) return { sent: ((await answer.json()) as { href: string }).href };
    // Too many at once, or the server is unwell: another time. Anything else will not change by itself.
    if (answer.status === 429 || answer.status === 408 || answer.status >= 500) return "later";
    const problem = (await answer.json().catch(() => ({}))) as Problem;
    const said = problem.errors?.map((one) => one.detail) ?? [];
    return { refused: said.join(" ") || problem.detail || (this.section.dataset.refused ?? "") };
  }

  /** Of several pages open, one sends. */
  private async sendAll(): Promise<void> {
    const act = () => this.queue.send();
    await (navigator.locks ? navigator.locks.request(`seen ${location.pathname}`, act) : act());
    await this.draw();
  }

  /** What became of one: what is refused waits for its author. */
  private async hand(told: Kept): Promise<Fate[] | Outcome> {
    const answer = await this.send(told);
    if (answer === "later") return answer;
    if ("refused" in answer) return [{ key: told.key, kept: false, why: answer.refused }];
    this.left(told, answer.sent);
    return [{ key: told.key, kept: true }];
  }

  /** It left: her code is shown, for it is how she follows it. */
  private left(told: Kept, href: string): void {
    const line = document.createElement("li");
    const link = document.createElement("a");
    link.href = href;
    link.textContent = `${told.title} : ${href.split("/").pop()}`;
    line.append(link);
    this.part("sent").append(line);
    this.part("sent-title").hidden = false;
    this.say(this.section.dataset.sent?.replace("{title}", told.title));
  }

  private async all(): Promise<Kept[]> {
    return (await this.queue.all()).sort((one, other) => one.at - other.at);
  }

  /** What waits, counted and named; what was refused, why, and what she can do. */
  private async draw(): Promise<void> {
    const all = await this.all();
    const { none = "", one = "", many = "" } = this.section.dataset;
    const count = this.part("count");
    count.textContent = all.length === 0 ? none : all.length === 1 ? one : many.replace("{n}", String(all.length));
    this.part("again").hidden = all.length === 0;
    this.part("waiting").replaceChildren(...all.map((told) => this.line(told)));
    this.section.hidden = false;
  }

  private line(told: Kept): HTMLLIElement {
    const line = document.createElement("li");
    const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
    const title = document.createElement("p");
    title.textContent = `${told.title} · ${day.format(told.at)}`;
    line.append(title);
    if (told.why) {
      const why = document.createElement("p");
      why.className = "error";
      why.textContent = told.why;
      line.append(why);
    }
    const { correct = "", remove = "" } = this.section.dataset;
    if (told.aside) line.append(button(correct, told.title, () => void this.correct(told)));
    line.append(button(remove, told.title, () => void this.remove(told)));
    return line;
  }

  /** Back in the form, with its photograph. */
  private async correct(told: Kept): Promise<void> {
    this.form.reset();
    for (const [name, value] of told.words) this.set(name, value);
    const input = this.form.querySelector<HTMLInputElement>("input[type=file]");
    if (input && told.photo) {
      const files = new DataTransfer();
      files.items.add(told.photo);
      input.files = files.files;
    }
    await this.remove(told);
    this.form.querySelector<HTMLElement>("#title")?.focus();
  }

  private async remove(told: Kept): Promise<void> {
    await this.queue.forget(told.key);
    await this.draw();
    this.part("count").focus();
  }

  private set(name: string, value: string): void {
    for (const field of this.form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)) {
      if (field.type === "checkbox" || field.type === "radio") field.checked = field.value === value;
      else if (field.type !== "file") field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  private part(name: string): HTMLElement {
    return this.section.querySelector<HTMLElement>(`[data-part=${name}]`) as HTMLElement;
  }

  private say(text: string | undefined): void {
    if (text) this.part("said").textContent = text;
  }
}

/** A key that nobody else draws. */
function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function button(label: string, of: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "plain";
  made.append(label);
  const which = document.createElement("span");
  which.className = "hide";
  which.textContent = ` : ${of}`;
  made.append(which);
  made.addEventListener("click", act);
  return made;
}

const form = document.querySelector<HTMLFormElement>("form[data-observe]");
const section = document.querySelector<HTMLElement>("section[data-notebook]");
if (form && section && "indexedDB" in window) void Notebook.open(form, section);
