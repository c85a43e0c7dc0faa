// A tablet that asks the whole questionnaire without a network: one screen at a time from the page it holds, answers kept
// on the tablet and sent when the network is there. Nothing of an answer stays on the screen once it is given or left.
import { holdPage } from "./hold";
import { freshKey } from "./shelf";
import { type Draft, type Outcome, type Replies, Waiting } from "./waiting";

/** An answer that the tablet being switched off cut short may be taken up again for so long. */
const RESUMES_MS = 10 * 60_000;
const SEND_EVERY_MS = 60_000;
/** A button pressed twice is pressed once: the second press would pass a screen nobody has read. */
const PRESS_MS = 300;
const UNKNOWN = "?";

interface Tablet {
  restart: () => void;
  busy: () => boolean;
}

/** Takes the page over when it holds a questionnaire; nothing otherwise. */
export function startTablet(): Tablet | undefined {
  const form = document.querySelector<HTMLFormElement>("form[data-tablet]");
  if (!form || !("indexedDB" in window)) return undefined;
  const { scope = "", send = "" } = form.dataset;
  const page = new Page(form);
  void Waiting.open(`tablet ${scope}`, send).then((waiting) => page.begin(waiting, scope));
  return { restart: () => page.restart(), busy: () => page.answering };
}

const find = <T extends HTMLElement>(selector: string): T => document.querySelector<T>(selector) as T;

class Page {
  answering = false;
  private readonly screens: HTMLElement[];
  private readonly status = find("[data-waiting]");
  private waiting!: Waiting;
  private draft: Draft = fresh();
  /** The screen the answer was taken up at: nothing before it is shown again. */
  private floor = 0;
  private outcome: Outcome = "sent";
  /** Whose words are being thanked for. */
  private thanked = "";
  private shownAt = 0;

  constructor(private readonly form: HTMLFormElement) {
    this.screens = [...form.querySelectorAll<HTMLElement>("[data-screen]")];
  }

  async begin(waiting: Waiting, scope: string): Promise<void> {
    this.waiting = waiting;
    // The first press is ours from now on; until then the page works as any other.
    find("[data-begin]").addEventListener("submit", (event) => {
      event.preventDefault();
      void this.leave().then(() => this.show(0));
    });
    find("[data-again]").addEventListener("click", (event) => {
      event.preventDefault();
      this.restart();
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (performance.now() - this.shownAt > PRESS_MS) void this.next();
    });
    this.form.addEventListener("change", () => this.ask());
    on("[data-back]", () => this.back());
    on("[data-next-person]", () => this.restart());
    on("[data-resume-on]", () => this.show(this.floor));
    on("[data-resume-not]", () => this.restart());
    window.addEventListener("online", () => void this.send());
    window.setInterval(() => void this.send(), SEND_EVERY_MS);
    again(false);
    await this.takeUp();
    void this.send();
    const languages = [...document.querySelectorAll<HTMLAnchorElement>(".look a")].map((link) => link.href);
    this.form.dataset.offline = (await holdPage(scope, this.form.dataset.worker ?? "", languages)) ? "ready" : "no";
    await this.tell();
  }

  /** An answer cut short a moment ago is offered to whoever gave it, without a word of what it says. */
  private async takeUp(): Promise<void> {
    const kept = await this.waiting.draft();
    if (!kept) return;
    const age = Date.now() - kept.touched;
    this.draft = kept;
    if (age < 0 || age > RESUMES_MS) return this.leave();
    this.floor = kept.at;
    find("[data-resume]").hidden = false;
  }

  /** Back to the first page: what was begun is kept as begun, and leaves the screen. */
  restart(): void {
    void this.leave().then(() => {
      const { scope = "" } = this.form.dataset;
      // The next person begins in the usual language.
      if (location.search && navigator.serviceWorker?.controller) location.replace(scope);
    });
  }

  private async leave(): Promise<void> {
    const { key, replies } = this.draft;
    this.clear();
    if (Object.keys(replies).length) await this.waiting.keep({ key, complete: false, replies });
    await this.waiting.setDraft(undefined);
    void this.send();
  }

  /** Nothing of anyone is left on the page. */
  private clear(): void {
    this.draft = fresh();
    this.floor = 0;
    this.answering = false;
    this.form.reset();
    for (const error of this.form.querySelectorAll<HTMLElement>("[data-error]")) error.hidden = true;
    const codes = find("[data-codes]");
    codes.hidden = true;
    for (const code of codes.querySelectorAll("strong")) code.textContent = "";
    this.form.hidden = true;
    find("[data-thanks]").hidden = true;
    find("[data-resume]").hidden = true;
    find("[data-welcome]").hidden = false;
    again(false);
    window.scrollTo(0, 0);
  }

  private show(at: number): void {
    this.answering = true;
    again(true);
    this.draft.at = at;
    this.shownAt = performance.now();
    find("[data-welcome]").hidden = true;
    find("[data-resume]").hidden = true;
    this.form.hidden = false;
    this.screens.forEach((screen, n) => (screen.hidden = n !== at));
    const last = at === this.screens.length - 1;
    find("[data-next]").hidden = last;
    find("[data-finish]").hidden = !last;
    find("[data-last]").hidden = !last;
    find("[data-back]").hidden = at <= this.floor;
    this.ask();
    window.scrollTo(0, 0);
    this.screens[at]?.querySelector<HTMLElement>("h1")?.focus();
  }

  /** Questions of the screen that someone who answered so is asked; reads what is answered on the way. */
  private ask(): HTMLElement[] {
    const { replies, at } = this.draft;
    return questions(this.screens[at]).filter((question) => {
      const { question: code = "" } = question.dataset;
      const asked = calledFor(question, replies);
      question.hidden = !asked;
      const values = asked ? read(question) : [];
      if (values.length) replies[code] = values;
      else if (asked || code in replies) delete replies[code];
      return asked;
    });
  }

  private async next(): Promise<void> {
    const asked = this.ask();
    const wrong = asked.filter((question) => !this.isRight(question));
    if (wrong.length) return wrong[0]?.querySelector<HTMLElement>("input, select, textarea")?.focus();
    const at = this.draft.at;
    if (at === this.screens.length - 1) return this.finish();
    const following = this.screens.findIndex((_, n) => n > at && this.isWorth(n));
    this.show(following < 0 ? this.screens.length - 1 : following);
    if (Object.keys(this.draft.replies).length) await this.waiting.setDraft({ ...this.draft, touched: Date.now() });
  }

  private back(): void {
    for (let at = this.draft.at - 1; at >= this.floor; at--) if (this.isWorth(at)) return this.show(at);
  }

  private isWorth(at: number): boolean {
    if (at === this.screens.length - 1) return true;
    return questions(this.screens[at]).some((question) => calledFor(question, this.draft.replies));
  }

  private isRight(question: HTMLElement): boolean {
    const { required, min, max, question: code = "" } = question.dataset;
    const { missing = "", outside = "" } = this.form.dataset;
    const [value] = this.draft.replies[code] ?? [];
    const bounded = min !== undefined && value !== undefined && value !== UNKNOWN;
    const inside = !bounded || (/^\d+$/.test(value) && Number(value) >= Number(min) && Number(value) <= Number(max));
    const says = value === undefined && required !== undefined ? missing : inside ? "" : outside;
    const error = question.querySelector<HTMLElement>("[data-error]");
    if (error) {
      error.hidden = !says;
      error.textContent = says;
      const field = question.querySelector<HTMLElement>("input, select, textarea");
      if (says) field?.setAttribute("aria-describedby", error.id);
      else field?.removeAttribute("aria-describedby");
      field?.setAttribute("aria-invalid", String(says !== ""));
    }
    return !says;
  }

  private async finish(): Promise<void> {
    const { key, replies } = this.draft;
    // On the disk before anyone is thanked.
    await this.waiting.keep({ key, complete: true, replies });
    await this.waiting.setDraft(undefined);
    this.clear();
    this.answering = true;
    find("[data-welcome]").hidden = true;
    find("[data-thanks]").hidden = false;
    find("#thanks").focus();
    this.thanked = key;
    await this.send();
  }

  private async send(): Promise<void> {
    await this.tell();
    this.outcome = await this.waiting.send((key, codes) => {
      // Only while the one who wrote them is still being thanked.
      if (key !== this.thanked || !codes.length || find("[data-thanks]").hidden) return;
      find("[data-codes] strong").textContent = codes.join(", ");
      find("[data-codes]").hidden = false;
    });
    await this.tell();
  }

  /** How many answers wait, and when the last left: what the person who looks after the tablet needs. */
  private async tell(): Promise<void> {
    const words = this.status.dataset;
    const all = await this.waiting.all();
    const aside = all.filter((one) => one.aside).length;
    const wait = all.filter((one) => one.complete && !one.aside).length;
    const sent = await this.waiting.lastSent();
    const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "full", timeStyle: "short" });
    const said = [
      (words.waiting ?? "").replace("{n}", String(wait)),
      sent ? (words.sent ?? "").replace("{n}", day.format(sent)) : words.none,
      aside ? (words.aside ?? "").replace("{n}", String(aside)) : "",
      this.outcome === "closed" ? words.closed : "",
      { ready: words.ready, no: words.unready }[this.form.dataset.offline ?? ""] ?? "",
    ];
    const text = said.filter(Boolean).join(" ");
    if (this.status.textContent !== text) this.status.textContent = text;
  }
}

function on(selector: string, act: () => void): void {
  find(selector).addEventListener("click", act);
}

/** Beginning again is offered once something was begun. */
function again(offered: boolean): void {
  const line = find("[data-again]").parentElement;
  if (line) line.hidden = !offered;
}

function fresh(): Draft {
  return { key: freshKey(), at: 0, replies: {}, touched: 0 };
}

function questions(screen: HTMLElement | undefined): HTMLElement[] {
  return [...(screen?.querySelectorAll<HTMLElement>("[data-question]") ?? [])];
}

function calledFor(question: HTMLElement, replies: Replies): boolean {
  const { if: of, is = "" } = question.dataset;
  return of === undefined || (replies[of] ?? []).some((code) => is.split(" ").includes(code));
}

/** What is answered: "I do not know" is an answer of its own. */
function read(question: HTMLElement): string[] {
  const { question: code = "" } = question.dataset;
  const fields = [...question.querySelectorAll<HTMLInputElement>("input, select, textarea")];
  const named = fields.filter((field) => field.name === code);
  const given = named.filter((field) => (field.type === "radio" || field.type === "checkbox" ? field.checked : true));
  const values = given.map((field) => field.value.trim()).filter(Boolean);
  return values.includes(UNKNOWN) ? [UNKNOWN] : values;
}
