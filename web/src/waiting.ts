// What a tablet keeps until it is sent: answers under the key drawn when each began, and the answer under way. Written to
// the disk before the person is thanked.

import { Shelf } from "./shelf";

export type Replies = Record<string, string[]>;

/** An answer as it is sent. */
export interface Kept {
  key: string;
  complete: boolean;
  replies: Replies;
  /** The server cannot take it, or not its words: it stays here and is told. */
  aside?: boolean;
}

/** The answer under way, to go on after the tablet was switched off. */
export interface Draft {
  key: string;
  at: number;
  replies: Replies;
  touched: number;
}

/** What became of a sending. */
export type Outcome = "sent" | "later" | "closed";

interface Taken {
  kept: { key: string; codes: string[]; lost: boolean }[];
  refused: { key: string }[];
}

/** As many as the server takes at once. */
const BATCH = 50;

export class Waiting {
  private sending: Promise<Outcome> | undefined;

  private constructor(
    private readonly shelf: Shelf,
    private readonly address: string,
  ) {}

  static async open(name: string, address: string): Promise<Waiting> {
    return new Waiting(await Shelf.open(name, { answers: "key", state: undefined }), address);
  }

  all(): Promise<Kept[]> {
    return this.shelf.run("answers", "readonly", (store) => store.getAll());
  }

  async keep(answer: Kept): Promise<void> {
    await this.shelf.run("answers", "readwrite", (store) => store.put(answer));
  }

  draft(): Promise<Draft | undefined> {
    return this.shelf.run("state", "readonly", (store) => store.get("draft"));
  }

  async setDraft(draft: Draft | undefined): Promise<void> {
    if (draft) await this.shelf.run("state", "readwrite", (store) => store.put(draft, "draft"));
    else await this.shelf.run("state", "readwrite", (store) => store.delete("draft"));
  }

  lastSent(): Promise<number | undefined> {
    return this.shelf.run("state", "readonly", (store) => store.get("sent"));
  }

  /** Sends what waits, once at a time; `told` hears the codes with which words are followed. */
  send(told: (key: string, codes: string[]) => void): Promise<Outcome> {
    this.sending ??= this.sendAll(told).finally(() => (this.sending = undefined));
    return this.sending;
  }

  private async sendAll(told: (key: string, codes: string[]) => void): Promise<Outcome> {
    for (;;) {
      const waiting = (await this.all()).filter((one) => !one.aside);
      if (!waiting.length) return "sent";
      const batch = shuffled(waiting).slice(0, BATCH);
      let answer: Response;
      try {
        const body = JSON.stringify({ answers: batch });
        answer = await fetch(this.address, { method: "POST", body, headers: { "Content-Type": "application/json" } });
      } catch {
        return "later";
      }
      if (answer.status === 409 || answer.status === 404) return "closed";
      if (!answer.ok) return "later";
      if (!(await this.forget(batch, (await answer.json()) as Taken, told))) return "later";
    }
  }

  /** Forgets what was taken, puts aside what cannot be; false when the answer speaks of nothing that was sent. */
  private async forget(batch: Kept[], taken: Taken, told: (key: string, codes: string[]) => void): Promise<boolean> {
    const aside = new Set(taken.refused.map((one) => one.key));
    for (const one of taken.kept) {
      told(one.key, one.codes);
      if (one.lost) aside.add(one.key);
      else await this.shelf.run("answers", "readwrite", (store) => store.delete(one.key));
    }
    for (const one of batch) if (aside.has(one.key)) await this.keep({ ...one, aside: true });
    await this.shelf.run("state", "readwrite", (store) => store.put(Date.now(), "sent"));
    return taken.kept.length + taken.refused.length > 0;
  }
}

/** In the order they were kept, answers would say who came before whom. */
function shuffled<T>(items: T[]): T[] {
  return items
    .map((item) => ({ item, at: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0 }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}
