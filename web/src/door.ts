// The door of a meeting on a phone: each coming is noted at once, kept until the network takes it, and sent once. The page
// is held by the phone, with names and codes alone; a square code read by the camera opens it even without a network.
import { holdPage, letGo } from "./hold";
import { type Fate, type Outcome, Queue, type Queued } from "./queue";

/** A coming, under the code that was shown: the last press is the one that counts. */
interface Arrival extends Queued {
  present: boolean;
  /** Milliseconds since 1970. */
  at: number;
}

/** Under this address are the pages that square codes lead to. */
const CODES = "/inscriptions/";
const SEND_EVERY_MS = 20_000;
const ANSWERS_IN_MS = 3_000;
const ALPHABET = /^[A-HJKMNP-Z2-9]{8}$/;

/** The server answers, now. */
const answers = (): Promise<boolean> =>
  fetch("/health", { cache: "no-store", signal: AbortSignal.timeout(ANSWERS_IN_MS) }).then((answer) => answer.ok).catch(() => false);

const page = document.querySelector<HTMLElement>("[data-door]");
if (page && "indexedDB" in window) void open(page);

async function open(root: HTMLElement): Promise<void> {
  const { door: scope = "", send = "" } = root.dataset;
  let signedOut = false;
  const hand = async (batch: Arrival[]): Promise<Fate[] | Outcome> => {
    const body = JSON.stringify({ arrivals: batch.map(({ key, present, at }) => ({ key, present, at })) });
    const headers = { "Content-Type": "application/json", Accept: "application/json" };
    const answer = await fetch(send, { method: "POST", body, headers, redirect: "manual" });
    signedOut = answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403;
    return answer.ok ? ((await answer.json()) as { fates: Fate[] }).fates : "later";
  };
  const queue = await Queue.open<Arrival>(`door ${scope}`, hand, "arrivals");
  new Door(root, scope, queue, () => signedOut).start();
}

class Door {
  private ready: boolean | undefined;
  private begun: Promise<void> | undefined;
  private readonly words: DOMStringMap;

  constructor(
    private readonly root: HTMLElement,
    private readonly scope: string,
    private readonly queue: Queue<Arrival>,
    private readonly signedOut: () => boolean,
  ) {
    this.words = root.dataset;
  }

  start(): void {
    this.root.addEventListener("submit", (event) => this.pressed(event));
    this.filter();
    this.find("[data-let-go]").addEventListener("click", () => void this.leave());
    this.queue.sendWhenever(SEND_EVERY_MS, () => void this.send());
    this.begun = this.begin();
  }

  private async begin(): Promise<void> {
    for (const waiting of await this.queue.all()) this.show(waiting);
    this.readAddress();
    await this.send();
    if (this.words.holds !== undefined) await this.hold();
    else await this.release();
    await this.tell();
  }

  private async hold(): Promise<void> {
    const worker = this.words.worker ?? "";
    const own = await holdPage(this.scope, worker);
    // The page that square codes lead to falls back on this one.
    this.ready = own && (await holdPage(CODES, worker, [], this.scope));
    this.find("[data-kept]").hidden = !this.ready;
    // For those who look at the page with a machine.
    this.root.dataset.offline = this.ready ? "ready" : "no";
  }

  /** A phone camera read a code and there was no network: this page stands where that of the seat would. */
  private readAddress(): void {
    if (!location.pathname.startsWith(CODES)) return;
    const field = this.find<HTMLInputElement>("[name=code]");
    field.value = decodeURIComponent(location.pathname.slice(CODES.length));
    this.root.querySelector<HTMLElement>("[data-code-form] button")?.focus();
  }

  private pressed(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    const item = form.closest<HTMLElement>("[data-code]");
    const typed = form.matches("[data-code-form]");
    if (!item && !typed) return;
    event.preventDefault();
    if (item) return void this.note(item.dataset.code ?? "", form.matches("[data-come]"));
    const field = this.find<HTMLInputElement>("[name=code]");
    const code = read(field.value);
    if (!code) return this.refuse(field);
    void this.typed(field, code);
  }

  /** Of a code that is not in the list the server knows best, when it answers: a browser may say that it is on line and not be. */
  private async typed(field: HTMLInputElement, code: string): Promise<void> {
    if (!this.item(code) && navigator.onLine && (await answers())) return field.form?.submit();
    field.value = "";
    field.removeAttribute("aria-invalid");
    await this.note(code, true);
  }

  private refuse(field: HTMLInputElement): void {
    field.setAttribute("aria-invalid", "true");
    this.say(this.words.unknown ?? "");
    field.focus();
  }

  private async note(code: string, present: boolean): Promise<void> {
    const arrival: Arrival = { key: code, present, at: Date.now() };
    // On the disk before anyone is told.
    await this.queue.keep(arrival);
    this.show(arrival);
    const name = this.item(code)?.dataset.name;
    const said = present ? this.words.here : this.words.away;
    this.say(name ? (said ?? "").replace("{name}", name).replace("{hour}", hour(arrival.at)) : (this.words.unlisted ?? ""));
    await this.send();
  }

  /** The list as it is with what was pressed here. */
  private show({ key, present, at, aside }: Arrival): void {
    const item = this.item(key);
    if (!item || aside) return;
    const [come, leave] = [item.querySelector<HTMLElement>("[data-come]"), item.querySelector<HTMLElement>("[data-leave]")];
    const moved = item.contains(document.activeElement);
    if (come) come.hidden = present;
    if (leave) leave.hidden = !present;
    const came = item.querySelector<HTMLElement>("[data-came]");
    if (came) {
      came.hidden = !present;
      const tag = came.querySelector<HTMLElement>(".tag");
      if (tag && present) tag.textContent = (this.words.cameAt ?? "").replace("{hour}", hour(at));
    }
    if (moved) (present ? leave : come)?.querySelector<HTMLElement>("button")?.focus();
    this.count();
  }

  private count(): void {
    const here = [...this.root.querySelectorAll<HTMLElement>("[data-came]")].filter((one) => !one.hidden).length;
    const n = here + Number(this.words.others ?? 0);
    const said = n === 0 ? this.words.nobody : n === 1 ? this.words.one : this.words.many;
    this.find("[data-present]").textContent = (said ?? "").replace("{n}", String(n));
  }

  private async send(): Promise<void> {
    const before = (await this.queue.all()).length;
    await this.queue.send();
    const left = await this.queue.all();
    // What the phone would show next time without a network is what is known now.
    if (before > left.length && this.ready) await this.hold();
    await this.tell();
  }

  private async tell(): Promise<void> {
    const all = await this.queue.all();
    const wait = all.filter((one) => !one.aside).length;
    const said = [
      wait ? (this.words.waiting ?? "").replace("{n}", String(wait)) : (await this.queue.lastSent()) ? this.words.sent : "",
      wait && this.signedOut() ? this.words.signedOut : "",
      this.ready === undefined ? "" : this.ready ? this.words.ready : this.words.unready,
    ];
    const line = this.find("[data-line]");
    const text = said.filter(Boolean).join(" ");
    const status = line.querySelector<HTMLElement>("[role=status]");
    if (status && status.textContent !== text) status.textContent = text;
    line.hidden = !text;
    line.className = `notice ${wait ? "attention" : "info"}`;
    this.refused(all.filter((one) => one.aside));
  }

  /** What the server did not take stays told until the phone is emptied. */
  private refused(aside: Arrival[]): void {
    const list = this.find("[data-aside]");
    const lines = aside.map((one) => {
      const line = document.createElement("li");
      line.textContent = `${(this.words.refused ?? "").replace("{code}", one.key)} ${one.why ?? ""}`;
      return line;
    });
    list.replaceChildren(...lines);
    list.hidden = !lines.length;
    if (lines.length) this.find("[data-kept]").hidden = false;
  }

  private async leave(): Promise<void> {
    // What is still being held would be held again after it was let go.
    await this.begun;
    await this.send();
    if ((await this.queue.all()).some((one) => !one.aside)) return;
    for (const one of await this.queue.all()) await this.queue.forget(one.key);
    await this.release();
    this.find("[data-kept]").hidden = true;
    await this.tell();
    this.say(this.words.gone ?? "");
  }

  private async release(): Promise<void> {
    if (!("serviceWorker" in navigator) || !("caches" in window)) return;
    await letGo(this.scope);
    await letGo(CODES);
    this.ready = undefined;
  }

  private filter(): void {
    const box = this.root.querySelector<HTMLElement>("[data-filter]");
    if (!box) return;
    box.hidden = false;
    box.querySelector("input")?.addEventListener("input", (event) => {
      const wanted = fold((event.target as HTMLInputElement).value);
      for (const item of this.root.querySelectorAll<HTMLElement>("[data-code]")) {
        item.hidden = !fold(item.dataset.name ?? "").includes(wanted);
      }
    });
  }

  private item(code: string): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(`[data-code="${CSS.escape(code)}"]`);
  }

  private say(text: string): void {
    this.find("[data-said]").textContent = text;
  }

  private find<T extends HTMLElement>(selector: string): T {
    return this.root.querySelector<T>(selector) as T;
  }
}

/** The code in what was typed, as its slip writes it; a reader of square codes types the whole address. */
function read(typed: string): string | undefined {
  const letters = (typed.trim().split("/").pop() ?? "").replace(/[^a-z0-9]/gi, "").toUpperCase();
  return ALPHABET.test(letters) ? `${letters.slice(0, 4)}-${letters.slice(4)}` : undefined;
}

function hour(at: number): string {
  return new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: "short" }).format(at);
}

/** Without accents or capitals: what one types fast. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
