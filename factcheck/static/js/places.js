// A reason pointed at, or in focus, marks its characters wherever the page shows them.
// Offsets count code points of the article's text; `data-start` says where an element's words begin in it.

// The place of the character `at` (in code points) inside an element, as a text node and an offset in it.
function placeIn(element, at) {
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = at;
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const letters = [...node.data];
    if (left <= letters.length) return [node, letters.slice(0, left).join("").length];
    left -= letters.length;
  }
  return null;
}

// The ranges of the characters `from` to `to` in all elements, or in those inside `within`.
export function rangesOf(from, to, within = document) {
  const ranges = [];
  for (const element of within.querySelectorAll("[data-start]")) {
    const start = Number(element.dataset.start);
    const length = [...element.textContent].length;
    if (to <= start || from >= start + length) continue;
    const range = document.createRange();
    range.setStart(...placeIn(element, Math.max(0, from - start)));
    range.setEnd(...placeIn(element, Math.min(length, to - start)));
    ranges.push(range);
  }
  return ranges;
}

export function light(ranges) {
  if (window.CSS?.highlights) CSS.highlights.set("place", new Highlight(...ranges));
}

function mark(place) {
  light(place ? rangesOf(Number(place.dataset.from), Number(place.dataset.to)) : []);
}

const placeOf = (event) => event.target.closest?.("[data-from]");
addEventListener("mouseover", (event) => mark(placeOf(event) ?? document.activeElement.closest("[data-from]")));
addEventListener("focusin", (event) => mark(placeOf(event)));
