// What a page keeps on this device until the network takes it: each thing under its own key, on the disk before anyone is
// thanked (IndexedDB, strict durability), so that a device switched off loses nothing and what is sent twice counts once.

/** Something that waits; the server knows it again by its key. */
export interface Queued {
  key: string;
  /** The server does not take it: it stays here and is told. */
  aside?: boolean;
  /** Why, in the reader's words, when the server said it. */
  why?: string;
}

/** What became of a sending: everything left, the network or the server will be asked again, or it takes no more. */
export type Outcome = "sent" | "later" | "closed";

/** What the server made of one thing. */
export interface Fate {
  key: string;
  /** It holds it: the device may forget. Otherwise it stays, put aside. */
  kept: boolean;
  why?: string;
}

/** Hands a batch to the server, and says what became of each; an outcome when nothing became of any. */
export type Send<T> = (batch: T[]) => Promise<Fate[] | Outcome>;

/** As many as a server takes at once. */
const BATCH = 50;
const STATE = "state";

export class Queue<T extends Queued> {
  private sending: Promise<Outcome> | undefined;

  private constructor(
    private readonly db: IDBDatabase,
    private readonly things: string,
    private readonly take: Send<T>,
    private readonly batch: number,
  ) {}

  /** Opens the queue of this name; `things` names what it holds. */
  static open<T extends Queued>(name: string, take: Send<T>, things = "things", batch = BATCH): Promise<Queue<T>> {
    return new Promise((done, fail) => {
      const asked = indexedDB.open(name, 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore(things, { keyPath: "key" });
        asked.result.createObjectStore(STATE);
      };
      asked.onsuccess = () => done(new Queue(asked.result, things, take, batch));
      asked.onerror = () => fail(asked.error);
    });
  }

  all(): Promise<T[]> {
    return this.run(this.things, "readonly", (store) => store.getAll());
  }

  /** Keeps it, in the place of what had the same key. */
  async keep(thing: T): Promise<void> {
    await this.run(this.things, "readwrite", (store) => store.put(thing));
  }

  async forget(key: string): Promise<void> {
    await this.run(this.things, "readwrite", (store) => store.delete(key));
  }

  /** Something small the page remembers beside what waits. */
  note<V>(name: string): Promise<V | undefined> {
    return this.run(STATE, "readonly", (store) => store.get(name));
  }

  async setNote(name: string, value: unknown): Promise<void> {
    if (value === undefined) await this.run(STATE, "readwrite", (store) => store.delete(name));
    else await this.run(STATE, "readwrite", (store) => store.put(value, name));
  }

  /** When something last left, in milliseconds. */
  lastSent(): Promise<number | undefined> {
    return this.note("sent");
  }

  /** Sends what waits, once at a time. */
  send(): Promise<Outcome> {
    this.sending ??= this.sendAll().finally(() => (this.sending = undefined));
    return this.sending;
  }

  /** Sends when the network comes back, and every so often: a browser does not always say that it is back. */
  sendWhenever(every: number, send: () => void = () => void this.send()): void {
    window.addEventListener("online", send);
    window.setInterval(send, every);
  }

  private async sendAll(): Promise<Outcome> {
    for (;;) {
      const waiting = (await this.all()).filter((one) => !one.aside);
      if (!waiting.length) return "sent";
      const batch = shuffled(waiting).slice(0, this.batch);
      const fates = await this.take(batch).catch(() => "later" as const);
      if (typeof fates === "string") return fates;
      if (!(await this.settle(batch, fates))) return "later";
    }
  }

  /** Forgets what was taken, puts aside what was not; false when the answer speaks of nothing that was sent. */
  private async settle(batch: T[], fates: Fate[]): Promise<boolean> {
    const about = new Map(fates.map((fate) => [fate.key, fate]));
    let settled = 0;
    for (const sent of batch) {
      const fate = about.get(sent.key);
      if (!fate) continue;
      settled += 1;
      await this.replace(sent, fate.kept ? undefined : { ...sent, aside: true, why: fate.why });
    }
    if (settled) await this.setNote("sent", Date.now());
    return settled > 0;
  }

  /** Puts another in the place of what was sent, unless it was changed while it was on its way. */
  private replace(sent: T, by: T | undefined): Promise<void> {
    return new Promise((done, fail) => {
      const tx = this.db.transaction(this.things, "readwrite", { durability: "strict" });
      const store = tx.objectStore(this.things);
      const held = store.get(sent.key);
      held.onsuccess = () => {
        if (JSON.stringify(held.result) !== JSON.stringify(sent)) return;
        if (by) store.put(by);
        else store.delete(sent.key);
      };
      tx.oncomplete = () => done();
      tx.onabort = () => fail(tx.error);
    });
  }

  private run<V>(name: string, mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<V>): Promise<V> {
    return new Promise((done, fail) => {
      const tx = this.db.transaction(name, mode, { durability: "strict" });
      const asked = act(tx.objectStore(name));
      tx.oncomplete = () => done(asked.result);
      tx.onabort = () => fail(tx.error);
    });
  }
}

/** In the order they were kept, things would say who came before whom. */
function shuffled<T>(items: T[]): T[] {
  return items
    .map((item) => ({ item, at: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0 }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}
