// Selected words become a claim, or the words of the one in focus.
// Offsets count code points, JavaScript counts UTF-16 units.

const inWord = (letter) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);

// The offset of a place in the text, moved by `step` (-1, 1) until it does not cut a word.
export function offset(node, at, step) {
  const block = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!block?.closest(".copy-side")) return null;
  const before = document.createRange();
  before.selectNodeContents(block);
  before.setEnd(node, at);
  const letters = [...block.textContent];
  let place = [...before.toString()].length;
  while (inWord(letters[place - 1]) && inWord(letters[place])) place += step;
  return Number(block.dataset.start) + place;
}

function selectedSpan() {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  // A triple click, or all of the page, begins or ends outside the words: then their first or last block counts.
  const blocks = [...document.querySelectorAll(".copy-side [data-start]")].filter((block) => range.intersectsNode(block));
  if (!blocks.length || !range.toString().trim()) return null;
  const first = Number(blocks[0].dataset.start);
  const last = Number(blocks.at(-1).dataset.start) + [...blocks.at(-1).textContent].length;
  const start = offset(range.startContainer, range.startOffset, -1) ?? first;
  const end = offset(range.endContainer, range.endOffset, 1) ?? last;
  if (start >= end) return null;
  return { start, end, box: range.getBoundingClientRect() };
}

// Whether the claim in focus may get the selected words, or be cut where they begin; its form then says so.
function reshapes(name, span) {
  const form = document.getElementById(name);
  if (!form) return false;
  const { start, end, at } = form.elements;
  if (at) {
    at.value = span.start;
    return span.start > Number(form.dataset.from) && span.start < Number(form.dataset.to);
  }
  start.value = span.start;
  end.value = span.end;
  return true;
}

function offer() {
  const offered = document.getElementById("selected");
  if (!offered) return;
  const span = selectedSpan();
  offered.hidden = !span;
  if (!span) return;
  const form = offered.querySelector("form");
  if (form) {
    form.elements.start.value = span.start;
    form.elements.end.value = span.end;
  }
  for (const button of offered.querySelectorAll("[data-reshapes]")) button.hidden = !reshapes(button.dataset.reshapes, span);
  const why = offered.querySelector("[data-why-not]");
  if (why) why.search = `?start=${span.start}&end=${span.end}`;
  const frame = offered.offsetParent.getBoundingClientRect();
  offered.style.top = `${span.box.bottom - frame.top + 8}px`;
  offered.style.left = `${Math.max(0, Math.min(span.box.left - frame.left, frame.width - offered.offsetWidth))}px`;
}
document.addEventListener("selectionchange", offer);
addEventListener("resize", offer);
