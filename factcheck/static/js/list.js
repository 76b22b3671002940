// A list keeps its place: after a step on some rows, and on the way back from one of them.

const rows = () => [...document.querySelectorAll("[data-item]")];
const focus = (row) => row?.dispatchEvent(new CustomEvent("desk:focus", { bubbles: true }));

// ---- after a step: the next row that was not meant, or the same one where it only changed

let followers = null; // ids of rows, the likeliest first

document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.detail.target?.id !== "listed") return;
  const all = rows();
  const meant = (row) => row.querySelector("[data-tick]")?.checked;
  const current = all.findIndex((row) => row.hasAttribute("data-current"));
  const here = current < 0 ? all.findIndex(meant) : current;
  const judged = /accept|dismiss/.test(event.detail.requestConfig.triggeringEvent?.submitter?.value);
  const later = all.slice(Math.max(here, 0)).filter((row) => !judged || !meant(row));
  const earlier = all.slice(0, Math.max(here, 0)).reverse();
  followers = here < 0 && !event.target.matches("[data-undo]") ? null : [...later, ...earlier].map((row) => row.id);
});

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id !== "listed" || !followers) return;
  const id = followers.find((each) => document.getElementById(each));
  focus(document.getElementById(id) ?? rows()[0]);
  followers = null;
});

// ---- the way back: the address of the list tells which row was opened

document.addEventListener("click", (event) => {
  const row = event.target.closest("a.row")?.closest("[data-item][id]");
  if (row) history.replaceState(history.state, "", `#${row.id}`);
});

const back = document.getElementById(location.hash.slice(1));
if (back?.matches("[data-item]")) focus(back);

// ---- folds and hints close with Escape, and folds with a click elsewhere

const open = () => document.querySelectorAll("details.drops[open]");

document.addEventListener("click", (event) => {
  for (const fold of open()) if (!fold.contains(event.target)) fold.open = false;
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (document.activeElement.matches("[data-hint]")) document.activeElement.blur();
  for (const fold of open()) {
    const inside = fold.contains(document.activeElement) || document.activeElement === document.body;
    fold.open = false;
    if (inside) focusAfter(fold);
  }
});

function focusAfter(fold) {
  const row = document.querySelector("[data-item][data-current]");
  if (row && fold.closest("#bulk")) focus(row);
  else fold.querySelector("summary").focus();
}
