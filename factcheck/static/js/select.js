// Claims are ticked one by one (x), from the last tick to here (shift, X), or all on this page.
// A step without a tick means the row in focus.

let last = null; // the box that was ticked last, where a range begins

const boxes = () => [...document.querySelectorAll("[data-tick]")];
const current = () => document.querySelector("[data-item][data-current] [data-tick]");

function tickRange(to) {
  const all = boxes();
  const ends = [all.indexOf(last), all.indexOf(to)].sort((a, b) => a - b);
  if (ends[0] < 0) ends[0] = ends[1];
  for (const box of all.slice(ends[0], ends[1] + 1)) box.checked = true;
}

function count() {
  const chosen = boxes().filter((box) => box.checked).length;
  const told = document.querySelector("[data-chosen]");
  const page = document.querySelector("[data-tick-page]");
  if (!told) return;
  told.textContent = chosen ? `${chosen} ${told.dataset.some}` : told.dataset.none;
  if (page) page.checked = chosen > 0 && chosen === boxes().length;
  if (page) page.indeterminate = chosen > 0 && !page.checked;
  for (const box of boxes()) box.closest("tr").toggleAttribute("data-ticked", box.checked);
}

document.addEventListener("click", (event) => {
  const box = event.target.closest("[data-tick]");
  if (box) {
    if (event.shiftKey && box.checked) tickRange(box);
    last = box;
  }
  if (event.target.closest("[data-tick-range]") && current()) {
    tickRange(current());
    last = current();
  }
  if (event.target.closest("[data-tick-page]")) {
    for (const each of boxes()) each.checked = event.target.checked;
  }
  if (event.target.closest("[data-tick], [data-tick-range], [data-tick-page]")) count();
});

// Before anybody reads the form: without a tick the row in focus is meant.
document.addEventListener(
  "submit",
  (event) => {
    if (event.target.id !== "bulk" || boxes().some((box) => box.checked)) return;
    const all = event.target.querySelector("[data-tick-all]");
    if (current() && !all?.checked) current().checked = true;
  },
  true,
);

document.addEventListener("htmx:afterSwap", count);
count();
