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

function rangesOf(from, to) {
  const ranges = [];
  for (const element of document.querySelectorAll("[data-start]")) {
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

function mark(place) {
  CSS.highlights.delete("place");
  if (!place) return;
  const { from, to } = place.dataset;
  CSS.highlights.set("place", new Highlight(...rangesOf(Number(from), Number(to))));
}

if (window.CSS?.highlights) {
  const placeOf = (event) => event.target.closest?.("[data-from]");
  addEventListener("mouseover", (event) => mark(placeOf(event) ?? document.activeElement.closest("[data-from]")));
  addEventListener("focusin", (event) => mark(placeOf(event)));
}
