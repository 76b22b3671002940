// The tick map: from one fact in no claim to the next, its words offered as a claim at once.

let offered = null; // the fact whose offer stands on the page
let awaited = false; // its words were selected; copy.js, which was loaded before, offers them in a moment

const all = () => [...document.querySelectorAll(".copy .fact[id]")].filter((fact) => !fact.closest("details:not([open])"));

// The first fact behind where one is: the last one offered, or the claim in focus; after the last, the first again.
function following() {
  const facts = all();
  const here = offered?.isConnected ? offered : document.querySelector(".copy .line[data-current]");
  const behind = (fact) => here.compareDocumentPosition(fact) & Node.DOCUMENT_POSITION_FOLLOWING;
  return (here && facts.find(behind)) || facts[0];
}

// The stretch of a block from `from` to `to`, in code points of the article, as a range.
function rangeOf(block, from, to) {
  const range = document.createRange();
  const nodes = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let place = Number(block.dataset.start);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const letters = [...node.data];
    const unit = (at) => letters.slice(0, at - place).join("").length;
    if (from >= place && from <= place + letters.length) range.setStart(node, unit(from));
    if (to >= place && to <= place + letters.length) {
      range.setEnd(node, unit(to));
      break;
    }
    place += letters.length;
  }
  return range;
}

function forget() {
  offered?.removeAttribute("data-current");
  offered = null;
  const words = document.getElementById("selected-fact");
  if (words) words.hidden = true;
}

function offer(fact) {
  forget();
  offered = fact;
  fact.setAttribute("data-current", "");
  fact.scrollIntoView({ block: "center" });
  const words = document.getElementById("selected-fact");
  words.textContent = `${fact.dataset.kind}: ${fact.textContent}`;
  words.hidden = false;
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(rangeOf(fact.closest("[data-start]"), ...fact.dataset.fact.split("-").map(Number)));
  awaited = true;
}

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-next-fact]")) return;
  const fact = following();
  if (!fact) return;
  event.preventDefault();
  offer(fact);
});

// Enter then marks it.
document.addEventListener("selectionchange", () => {
  if (!awaited || getSelection().isCollapsed) return;
  awaited = false;
  document.querySelector("#selected [data-mark]")?.focus({ preventScroll: true });
});

document.addEventListener("pointerdown", (event) => {
  if (!event.target.closest("#selected, [data-next-fact]")) forget();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !offered) return;
  const place = document.querySelector("[data-next-fact]");
  forget();
  getSelection().removeAllRanges();
  place?.focus({ preventScroll: true });
});
