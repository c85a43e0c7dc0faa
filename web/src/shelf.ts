// What a device keeps until it is sent, on its disk (IndexedDB, strict durability): switched off, it loses nothing.

export class Shelf {
  private constructor(private readonly db: IDBDatabase) {}

  /** Opens a shelf, with its parts at its first use: named by the key of what they hold, or without. */
  static open(name: string, parts: Record<string, string | undefined>): Promise<Shelf> {
    return new Promise((done, fail) => {
      const asked = indexedDB.open(name, 1);
      asked.onupgradeneeded = () => {
        for (const [part, keyPath] of Object.entries(parts)) asked.result.createObjectStore(part, keyPath ? { keyPath } : {});
      };
      asked.onsuccess = () => done(new Shelf(asked.result));
      asked.onerror = () => fail(asked.error);
    });
  }

  /** One act on a part; once it is on the disk. */
  run<T>(part: string, mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    return new Promise((done, fail) => {
      const tx = this.db.transaction(part, mode, { durability: "strict" });
      const asked = act(tx.objectStore(part));
      tx.oncomplete = () => done(asked.result);
      tx.onabort = () => fail(tx.error);
    });
  }
}

/** A key that nobody else draws. */
export function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
