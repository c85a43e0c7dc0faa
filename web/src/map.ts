// Drawing on a map: points put with a finger, a mouse or the keyboard become the lines of a field. Without it one types them.
// The map of a page moves by links; dragging it is a shortcut for one of them.

const SVG = "http://www.w3.org/2000/svg";
/** Steps across the world, as the server counts them. */
const WORLD = 2 ** 28;
/** Pixels that an arrow moves the sight; with Shift, ten times less. */
const STRIDE = 20;
/** Pixels under which a press that moved is still a press. */
const STILL = 6;

/** The zoom at which a pixel is one step. */
const DEEPEST = 20;

interface Point {
  x: number;
  y: number;
}

/** Says a sentence once, on the status line of the page. */
function say(text: string | undefined): void {
  const status = document.getElementById("status");
  if (status && text) status.textContent = text;
}

/** Latitude and longitude of a step. */
function place(x: number, y: number): [number, number] {
  const latitude = (Math.asin(Math.tanh((0.5 - y / WORLD) * 2 * Math.PI)) * 180) / Math.PI;
  return [latitude, (x / WORLD) * 360 - 180];
}

/** Where a press is, in the units of a drawing. */
function within(map: SVGSVGElement, event: PointerEvent): Point {
  const box = map.getBoundingClientRect();
  const { width, height } = map.viewBox.baseVal;
  return { x: ((event.clientX - box.left) / box.width) * width, y: ((event.clientY - box.top) / box.height) * height };
}

/** Where a drawing is on the Earth, and what is drawn on it. */
class Drawing {
  private readonly map: SVGSVGElement;
  private readonly field: HTMLInputElement | HTMLTextAreaElement;
  private readonly layer = document.createElementNS(SVG, "g");
  private sight: Point;
  private readonly single: boolean;
  private pressed: Point | undefined;

  constructor(private readonly box: HTMLElement) {
    this.map = box.querySelector<SVGSVGElement>("svg[data-map]")!;
    this.field = document.getElementById(box.dataset.drawing ?? "") as HTMLTextAreaElement;
    this.single = "single" in box.dataset;
    this.sight = { x: this.width / 2, y: this.height / 2 };
    // What the server drew of it for those without a script.
    for (const typed of this.map.querySelectorAll("[data-typed]")) typed.remove();
    this.map.append(this.layer);
    this.map.removeAttribute("aria-hidden");
    this.map.setAttribute("tabindex", "0");
    this.map.setAttribute("role", "application");
    this.map.setAttribute("aria-label", box.dataset.help ?? "");
    this.listen();
    this.offerZoom();
    if (box.dataset.here && navigator.geolocation) this.offerPosition(box.dataset.here);
    this.draw();
  }

  /** Closer and further for those who have neither wheel nor keys; one drags to move. */
  private offerZoom(): void {
    const bar = document.createElement("p");
    bar.className = "actions";
    for (const [label, by] of [[this.box.dataset.closer, 0.5], [this.box.dataset.further, 2]] as const) {
      bar.append(button(label ?? "", () => this.zoom(by)));
    }
    if (this.box.dataset.remove) bar.append(button(this.box.dataset.remove, () => this.remove()));
    this.map.before(bar);
  }

  /** A button that asks the phone where it is; nothing is asked before it is pressed. */
  private offerPosition(label: string): void {
    const lost = () => say(this.box.dataset.lost);
    const found = ({ coords }: GeolocationPosition) =>
      this.write([`${coords.latitude.toFixed(6)}, ${coords.longitude.toFixed(6)}`], this.box.dataset.put, 1);
    const ask = () => navigator.geolocation.getCurrentPosition(found, lost, { enableHighAccuracy: true, timeout: 15_000 });
    this.box.prepend(button(label, ask));
  }

  private get width(): number {
    return this.map.viewBox.baseVal.width;
  }

  private get height(): number {
    return this.map.viewBox.baseVal.height;
  }

  private get lines(): string[] {
    return this.field.value.split("\n").map((line) => line.trim()).filter(Boolean);
  }

  private listen(): void {
    this.map.addEventListener("keydown", (event) => this.onKey(event));
    this.map.addEventListener("pointerdown", (event) => (this.pressed = within(this.map, event)));
    this.map.addEventListener("pointerup", (event) => this.onRelease(event));
    this.field.addEventListener("input", () => this.draw());
    for (const name of ["focus", "blur"]) this.map.addEventListener(name, () => this.draw());
    document.querySelectorAll("[name=form]").forEach((choice) => choice.addEventListener("change", () => this.draw()));
  }

  private onRelease(event: PointerEvent): void {
    const at = within(this.map, event);
    const from = this.pressed;
    this.pressed = undefined;
    if (!from) return;
    if (Math.hypot(at.x - from.x, at.y - from.y) > STILL * (this.width / 960)) {
      this.slide(from.x - at.x, from.y - at.y);
      return;
    }
    event.preventDefault();
    this.sight = at;
    this.put();
  }

  private onKey(event: KeyboardEvent): void {
    const stride = event.shiftKey ? STRIDE / 10 : STRIDE;
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [-stride, 0],
      ArrowRight: [stride, 0],
      ArrowUp: [0, -stride],
      ArrowDown: [0, stride],
    };
    const move = moves[event.key];
    if (move) this.move(move[0], move[1]);
    else if (event.key === "Enter") this.put();
    else if (event.key === "Backspace") this.remove();
    else if (event.key === "+" || event.key === "-") this.zoom(event.key === "+" ? 0.5 : 2);
    else return;
    event.preventDefault();
  }

  /** Moves the sight; at an edge, the window follows it. */
  private move(x: number, y: number): void {
    const unit = this.width / 960;
    const to = { x: this.sight.x + x * unit, y: this.sight.y + y * unit };
    this.sight = { x: Math.min(Math.max(to.x, 0), this.width), y: Math.min(Math.max(to.y, 0), this.height) };
    this.slide(to.x - this.sight.x, to.y - this.sight.y);
  }

  /** Moves the window. */
  private slide(x: number, y: number): void {
    const box = this.map.viewBox.baseVal;
    box.x += x;
    box.y += y;
    this.draw();
  }

  /** Closer or further around the sight: the drawing is a vector, its window is enough. */
  private zoom(by: number): void {
    const box = this.map.viewBox.baseVal;
    const shown = this.seen(this.sight);
    const [width, height] = [box.width * by, box.height * by];
    if (width > 3840 || width < 30) return;
    box.x = shown.x - (this.sight.x / box.width) * width;
    box.y = shown.y - (this.sight.y / box.height) * height;
    this.sight = { x: this.sight.x * by, y: this.sight.y * by };
    box.width = width;
    box.height = height;
    this.draw();
  }

  /** A point of the window in the units of the drawing. */
  private seen(at: Point): Point {
    const box = this.map.viewBox.baseVal;
    return { x: at.x + box.x, y: at.y + box.y };
  }

  private put(): void {
    const line = this.written(this.seen(this.sight));
    const kept = this.single || this.form() === "point" ? [] : this.lines;
    this.write([...kept, line], this.box.dataset.put, kept.length + 1);
  }

  private remove(): void {
    const lines = this.lines;
    if (lines.length) this.write(lines.slice(0, -1), this.box.dataset.removed, lines.length);
  }

  private write(lines: string[], said: string | undefined, n: number): void {
    this.field.value = lines.join("\n");
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
    say(said?.replace("{n}", String(n)));
  }

  private form(): string {
    return document.querySelector<HTMLInputElement>("[name=form]:checked")?.value ?? "point";
  }

  /** Latitude and longitude of a point of the drawing, as one types them. */
  private written(at: Point): string {
    const { west, north, step } = this.map.dataset;
    const x = Number(west) + at.x * Number(step);
    const y = Number(north) + at.y * Number(step);
    return place(x, y).map((degrees) => degrees.toFixed(6)).join(", ");
  }

  /** Where a line that was typed is drawn; nothing for one that cannot be read. */
  private read(line: string): Point | undefined {
    const [latitude, longitude] = line.split(/[;,\s]+/).map(Number);
    if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return undefined;
    const { west, north, step } = this.map.dataset;
    const x = ((longitude! + 180) / 360) * WORLD;
    const y = (0.5 - Math.atanh(Math.sin((latitude! * Math.PI) / 180)) / (2 * Math.PI)) * WORLD;
    return { x: (x - Number(west)) / Number(step), y: (y - Number(north)) / Number(step) };
  }

  private draw(): void {
    const unit = this.width / 960;
    const points = this.lines.map((line) => this.read(line)).filter((at) => at !== undefined);
    const path = points.map((at, rank) => `${rank ? "L" : "M"}${at.x} ${at.y}`).join("");
    const closed = this.form() === "zone" && points.length > 2 && !this.single;
    const shapes = [shape("path", { class: "draft", d: path + (closed ? "z" : ""), ...(closed ? {} : { fill: "none" }) })];
    for (const at of points) shapes.push(shape("circle", { class: "put", cx: at.x, cy: at.y, r: 6 * unit }));
    if (document.activeElement === this.map) {
      const { x, y } = this.seen(this.sight);
      const arm = 14 * unit;
      shapes.push(shape("path", { class: "sight", d: `M${x - arm} ${y}H${x + arm}M${x} ${y - arm}V${y + arm}` }));
    }
    this.layer.replaceChildren(...shapes);
  }
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button second";
  made.textContent = label;
  made.addEventListener("click", act);
  return made;
}

function shape(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

document.querySelectorAll<HTMLElement>(".drawing[data-drawing]").forEach((box) => {
  if (box.querySelector("svg[data-map]")) new Drawing(box);
});

/** Follows a link to the same page through another window, in place as the page's own links do. */
function look(map: SVGSVGElement, moved: Point): void {
  const { west, north, step } = map.dataset;
  const { width, height } = map.viewBox.baseVal;
  const at = place(Number(west) + (width / 2 - moved.x) * Number(step), Number(north) + (height / 2 - moved.y) * Number(step));
  const address = new URL(location.href);
  const zoom = DEEPEST - Math.log2(Number(step));
  address.searchParams.set("vue", [...at.map((degrees) => degrees.toFixed(5)), zoom].join(","));
  const link = document.createElement("a");
  link.href = address.href;
  link.dataset.swap = "carte";
  link.hidden = true;
  map.parentElement?.append(link);
  link.click();
}

let dragged: { map: SVGSVGElement; from: Point } | undefined;
document.addEventListener("pointerdown", (event) => {
  const map = (event.target as Element).closest<SVGSVGElement>("#carte svg[data-map]");
  if (map && event.pointerType === "mouse") dragged = { map, from: within(map, event) };
});
document.addEventListener("dragstart", (event) => dragged && event.preventDefault());
document.addEventListener("pointerup", (event) => {
  if (!dragged) return;
  const { map, from } = dragged;
  dragged = undefined;
  const to = within(map, event);
  const moved = { x: to.x - from.x, y: to.y - from.y };
  if (Math.hypot(moved.x, moved.y) <= STILL) return;
  // The press that ends a drag is not a press on what lies under it.
  map.addEventListener("click", (click) => click.preventDefault(), { once: true, capture: true });
  look(map, moved);
});
