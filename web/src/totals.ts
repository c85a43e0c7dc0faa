// A ballot's running total: `<p data-tally=<kind> data-most data-says data-over>` in a form whose fields carry
// `data-weight`. The server says the same when one asks to read the ballot again.

/** Follows every ballot of the page. */
export function startTotals(): void {
  document.querySelectorAll<HTMLElement>("[data-tally]").forEach((line) => {
    const form = line.closest("form");
    form?.addEventListener("input", () => write(line, form));
  });
}

function write(line: HTMLElement, form: HTMLFormElement): void {
  const most = Number(line.dataset.most);
  const fields = [...form.querySelectorAll<HTMLInputElement>("[data-weight]")];
  const spent = fields.reduce((sum, field) => sum + Number(field.dataset.weight) * amount(field), 0);
  const over = spent > most;
  const shown = line.dataset.tally === "knapsack" ? euros : plain;
  const template = (over ? line.dataset.over : line.dataset.says) ?? "";
  line.textContent = template.replace("{spent}", shown(spent)).replace("{left}", shown(Math.abs(most - spent)));
  line.classList.toggle("info", !over);
  line.classList.toggle("attention", over);
}

/** One for a ticked box, the number typed otherwise. */
const amount = (field: HTMLInputElement) =>
  field.type === "checkbox" ? Number(field.checked) : Math.max(0, Number(field.value) || 0);

const plain = (value: number) => value.toLocaleString(document.documentElement.lang);

/** Cents as the server writes euros: decimals only where there are some. */
function euros(cents: number): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  const options = { style: "currency", currency: "EUR", minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return (cents / 100).toLocaleString(document.documentElement.lang, options);
}
