// A network that can be cut: what a device asks goes through it to the server, or nowhere.
import { connect, createServer } from "node:net";

/** A network between the tablet and the server, which one can cut and mend. */
export async function wire(base) {
  const port = Number(new URL(base).port);
  const open = new Set();
  let whole = true;
  const server = createServer((tablet) => {
    if (!whole) return tablet.destroy();
    const arpent = connect(port, "127.0.0.1");
    for (const end of [tablet, arpent]) {
      open.add(end);
      end.on("error", () => {});
      end.on("close", () => {
        open.delete(end);
        tablet.destroy();
        arpent.destroy();
      });
    }
    tablet.pipe(arpent).pipe(tablet);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const cut = () => {
    whole = false;
    open.forEach((end) => end.destroy());
  };
  return {
    base: `http://127.0.0.1:${server.address().port}`,
    cut,
    mend: () => (whole = true),
    stop: () => {
      cut();
      return new Promise((done) => server.close(done));
    },
  };
}
