// With the keyboard alone: every stop of the Tab key shows where it is.
import assert from "node:assert/strict";

/** Goes to a link or a button by Tab, and presses Enter. */
export async function follow(page, target) {
  await target.waitFor();
  await reach(page, target);
  await page.keyboard.press("Enter");
}

/** The address of a sign-in link, once its letter is written. */
export async function linkIn(letter) {
  for (const begun = Date.now(); Date.now() - begun < 10_000; await new Promise((done) => setTimeout(done, 100))) {
    // Quoted-printable folds long lines with a `=` at their end.
    const found = letter()?.replace(/=\r?\n/g, "").match(/https?:\/\/[^\s<>"]+\/connexion\/[^\s<>"]+/);
    if (found) return new URL(found[0].replaceAll("=3D", "=")).pathname;
  }
  return assert.fail("no letter with a link was written");
}

/** Presses Tab until the focus is there; every stop on the way shows where it is. */
export async function reach(page, target) {
  for (let stops = 0; stops < 80; stops += 1) {
    await page.keyboard.press("Tab");
    const { there, hidden } = await target.evaluate(focusFrom);
    if (there) return;
    assert.equal(hidden, null, `${page.url()}: a stop of the Tab key does not show`);
  }
  assert.fail(`${page.url()}: the Tab key does not reach ${target}`);
}

/** Whether the focus is on the target, and the element that has it when nothing on the screen says so. */
function focusFrom(target) {
  const focused = document.activeElement;
  // A radio button hidden behind its label shows its focus there.
  const shows = [focused, focused.closest("label")].filter(Boolean).some((one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
  });
  const hidden = shows || focused === document.body ? null : focused.outerHTML.slice(0, 200);
  return { there: focused === target, hidden };
}
