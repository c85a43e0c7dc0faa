// What a tablet keeps until it is sent: answers under the key drawn when each began, and the answer under way.
import { type Fate, type Outcome, Queue, type Queued } from "./queue";

export type Replies = Record<string, string[]>;

/** An answer as it is sent. */
export interface Kept extends Queued {
  complete: boolean;
  replies: Replies;
}

/** The answer under way, to go on after the tablet was switched off. */
export interface Draft {
  key: string;
  at: number;
  replies: Replies;
  touched: number;
}

interface Taken {
  kept: { key: string; codes: string[]; lost: boolean }[];
  refused: { key: string }[];
}

/** Opens what waits on this tablet; `told` hears the codes with which words are followed. */
export function openWaiting(name: string, address: string, told: (key: string, codes: string[]) => void): Promise<Queue<Kept>> {
  return Queue.open<Kept>(name, (batch) => hand(address, batch, told), "answers");
}

async function hand(address: string, batch: Kept[], told: (key: string, codes: string[]) => void): Promise<Fate[] | Outcome> {
  const body = JSON.stringify({ answers: batch });
  const answer = await fetch(address, { method: "POST", body, headers: { "Content-Type": "application/json" } });
  if (answer.status === 409 || answer.status === 404) return "closed";
  if (!answer.ok) return "later";
  const { kept, refused } = (await answer.json()) as Taken;
  for (const one of kept) told(one.key, one.codes);
  // What lost its words stays on the tablet, to be told.
  return [...kept.map((one) => ({ key: one.key, kept: !one.lost })), ...refused.map((one) => ({ key: one.key, kept: false }))];
}
