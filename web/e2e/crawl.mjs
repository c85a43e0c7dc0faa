// Every page a person can reach by links from where she arrives, one address per kind of page.

const LINK = /<a\s[^>]*?href="([^"]+)"[^>]*>/g;
/** Files, and the language switch, which is tested on its own. */
const NOT_A_PAGE = /\sdownload|\shreflang=|\.(csv|xlsx|jsonl?|ics|pdf|xml|atom)(\?|")/;
const IDENTIFIER = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** A code printed on a receipt: two groups of four. */
const CODE = /\/[A-Z0-9]{4}-?[A-Z0-9]{4}(?=\/|$)/g;

/** The kind of page behind an address: its route, without which démarche, which contribution, which code. */
export function shape(path) {
  return new URL(path, "http://shape").pathname
    .replace(IDENTIFIER, "{id}")
    .replace(CODE, "/{code}")
    .replace(/^\/signatures\/[^/]+/, "/signatures/{code}")
    .replace(/^\/demarches\/(?!nouvelle)[^/]+/, "/demarches/{slug}")
    .replace(/\/\d+(?=\/|$)/g, "/{n}");
}

/**
 * Pages reachable by one person, breadth first, each kind once per démarche, since what one can do depends on where the
 * démarche stands. A page that refuses its reader is one that should not have been linked to.
 */
export async function reachable(request, starts, most, without = []) {
  const waiting = [...starts];
  const seen = new Map();
  for (const path of waiting) {
    if (seen.has(kindOf(path)) || seen.size >= most || without.includes(kindOf(path))) continue;
    const answer = await request.get(path, { headers: { accept: "text/html" } });
    if (answer.status() >= 400) throw new Error(`${path}, linked to, answers ${answer.status()}`);
    if (!answer.headers()["content-type"]?.startsWith("text/html")) continue;
    const { pathname, search } = new URL(answer.url());
    if (seen.has(kindOf(pathname))) continue;
    seen.set(kindOf(pathname), { path: pathname + search });
    waiting.push(...links(await answer.text()));
  }
  return [...seen.values()];
}

function kindOf(path) {
  const slug = new URL(path, "http://kind").pathname.match(/^\/demarches\/(?!nouvelle)([^/]+)/)?.[1];
  return slug ? `${shape(path)} ${slug}` : shape(path);
}

function links(html) {
  const found = [];
  for (const [tag, href] of html.matchAll(LINK)) {
    const path = href.replace(/&(amp|#38);/g, "&").split("#")[0];
    if (path.startsWith("/") && !NOT_A_PAGE.test(tag)) found.push(path);
  }
  return found;
}
