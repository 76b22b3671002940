// The ends of the claim in focus are dragged to other words. Whoever does not drag has the buttons of its card.

import { light, rangesOf } from "./places.js";
import { offset } from "./selected.js";

const make = (end) => {
  const grip = Object.assign(document.createElement("span"), { className: "grip", hidden: true });
  grip.dataset.end = end;
  grip.setAttribute("aria-hidden", "true");
  return grip;
};
const grips = { start: make("start"), end: make("end") };
let dragged = null; // {end, dx, dy: from the pointer to the middle of the line, span: where the ends are now}

const form = () => document.getElementById("respan-selected");
const ranges = (span) => rangesOf(span.start, span.end, document.querySelector(".copy-side"));

function place(span) {
  const side = document.querySelector(".copy-side");
  const found = span && side ? ranges(span).flatMap((range) => [...range.getClientRects()]) : [];
  for (const grip of Object.values(grips)) grip.hidden = !found.length;
  if (!found.length) return;
  if (!side.contains(grips.start)) side.append(...Object.values(grips)); // put in anew, one lets go of the pointer
  const frame = side.getBoundingClientRect();
  const at = { start: [found[0], "left"], end: [found.at(-1), "right"] };
  for (const [end, [line, edge]] of Object.entries(at)) {
    grips[end].style.left = `${line[edge] - frame.left}px`;
    grips[end].style.top = `${line.top - frame.top}px`;
    grips[end].style.height = `${line.height}px`;
  }
}

const stored = () => {
  const [start, end] = form()?.dataset.ends.split(" ").map(Number) ?? [];
  return end && { start, end };
};
function placeStored() {
  if (dragged && !grips[dragged.end].isConnected) drop(false); // the copy was drawn anew under the pointer
  else if (!dragged) place(stored());
}

function caretAt(x, y) {
  if (document.caretPositionFromPoint) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && [caret.offsetNode, caret.offset];
  }
  const range = document.caretRangeFromPoint(x, y);
  return range && [range.startContainer, range.startOffset];
}

function show(span) {
  place(span);
  if (dragged) light(ranges(span));
  else light([]);
}

for (const grip of Object.values(grips)) {
  grip.addEventListener("pointerdown", (event) => {
    if (event.button || dragged) return; // another button, or another finger
    event.preventDefault(); // nothing is selected
    const box = grip.getBoundingClientRect();
    const dx = box.left + box.width / 2 - event.clientX;
    const dy = box.top + box.height / 2 - event.clientY;
    dragged = { end: grip.dataset.end, dx, dy, span: stored() };
    grip.setPointerCapture(event.pointerId);
    grip.dataset.dragged = "";
  });
  grip.addEventListener("pointermove", (event) => {
    if (!dragged) return;
    const caret = caretAt(event.clientX + dragged.dx, event.clientY + dragged.dy);
    const at = caret && offset(...caret, dragged.end === "start" ? -1 : 1);
    const span = { ...dragged.span, [dragged.end]: at };
    if (at === null || span.start >= span.end) return;
    dragged.span = span;
    show(span);
  });
  for (const over of ["pointerup", "pointercancel"]) grip.addEventListener(over, (event) => drop(event.type === "pointerup"));
}

function drop(meant) {
  if (!dragged) return;
  const { span, end } = dragged;
  const before = stored();
  dragged = null;
  delete grips[end].dataset.dragged;
  show(meant ? span : before);
  if (!meant || span[end] === before[end]) return;
  form().elements.start.value = span.start;
  form().elements.end.value = span.end;
  form().requestSubmit();
}

document.addEventListener(
  "keydown",
  (event) => {
    if (event.key !== "Escape" || !dragged) return;
    event.stopPropagation(); // the card stays open
    drop(false);
  },
  true,
);

for (const change of ["htmx:afterSettle", "desk:closed"]) document.addEventListener(change, placeStored);
document.addEventListener("toggle", placeStored, true); // a fold above moved the words
addEventListener("resize", placeStored);
document.fonts?.ready.then(placeStored);
