// The one policy of the site (Trusted Types), shared by the scripts of a page: what our own server answers is HTML already
// escaped by its templates; the only script ever loaded by its address is the worker of a page that is held.

interface Policy {
  createHTML(html: string): string;
  createScriptURL(url: string): unknown;
}

interface Shared {
  trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
  arpentPolicy?: Policy | undefined;
}

const WORKER = /^\/assets\/kiosk-worker\.\w+\.js(\?[a-z-]+)?$/;

const shared = globalThis as Shared;

const rules: Policy = {
  createHTML: (html) => html,
  createScriptURL(url) {
    if (!WORKER.test(url)) throw new TypeError(url);
    return url;
  },
};

export const policy: Policy = (shared.arpentPolicy ??= shared.trustedTypes?.createPolicy("arpent", rules) ?? rules);
