// The annotated copy: text, margin and list show the same claim.

// ---- focus: one claim at a time, everywhere

function show(id, { scroll = true } = {}) {
  for (const part of document.querySelectorAll("[data-claim][data-current], .index [data-item][data-current]")) {
    part.removeAttribute("data-current");
  }
  for (const part of document.querySelectorAll(`[data-claim="${CSS.escape(id)}"]`)) {
    part.setAttribute("data-current", "");
    const item = part.closest(".index [data-item]");
    item?.setAttribute("data-current", "");
    item?.scrollIntoView({ block: "nearest" });
  }
  const words = document.getElementById(`words-${id}`);
  if (words && scroll) {
    const place = words.getBoundingClientRect();
    const hidden = place.top < 90 || place.bottom > innerHeight - 60;
    if (hidden) words.scrollIntoView({ block: "center" });
  }
}

function open(id) {
  show(id);
  const address = `?claim=${id}`;
  history.replaceState(history.state, "", address);
  window.htmx?.ajax("GET", address, { target: "#card", swap: "outerHTML" });
}

function close() {
  const item = document.querySelector(".index [data-item][data-current]");
  show("");
  keepTyped();
  document.getElementById("card").replaceChildren();
  item?.setAttribute("data-current", ""); // j and k go on from here
  item?.querySelector("a").focus({ preventScroll: true });
  history.replaceState(history.state, "", location.pathname);
  document.dispatchEvent(new CustomEvent("desk:closed"));
}

// Words typed in the card of one claim wait, while the page is open, until one comes back to it.
const typed = new Map(); // the id of a field: its words

function keepTyped() {
  for (const field of document.querySelectorAll("#card textarea[id]")) {
    if (field.value.trim()) typed.set(field.id, field.value);
  }
}
document.addEventListener("htmx:beforeSwap", (event) => event.detail.target.id === "card" && keepTyped());
document.addEventListener("htmx:afterSettle", () => {
  for (const field of document.querySelectorAll("#card textarea[id]")) {
    if (!typed.has(field.id)) continue;
    field.value = typed.get(field.id);
    field.closest("details").open = true;
    typed.delete(field.id);
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
  if (document.querySelector("#card .card") && event.target.tagName !== "TEXTAREA") close();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-close]")) {
    event.preventDefault();
    return close();
  }
  const why = event.target.closest("[data-why-not]");
  if (why && window.htmx && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
    event.preventDefault();
    show("");
    htmx.ajax("GET", why.href, { target: "#card", swap: "outerHTML" });
    return getSelection().removeAllRanges();
  }
  if (event.ctrlKey || event.metaKey || event.shiftKey || !document.getElementById("card")) return;
  const part = event.target.closest("[data-claim]");
  if (!part || String(getSelection())) return;
  event.preventDefault();
  const desk = document.querySelector("#card [data-claim-desk]");
  const again = event.detail === 0 && part.hasAttribute("data-current"); // Enter on the one already in focus
  if (again && desk) location.assign(desk.href);
  else open(part.dataset.claim);
});

// j and k walk along the list: the copy follows
let settle;
document.addEventListener("desk:current", (event) => {
  const id = event.target.querySelector("a[data-claim]")?.dataset.claim;
  if (!id) return;
  show(id);
  clearTimeout(settle);
  settle = setTimeout(() => open(id), 120);
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target.id !== "main") return;
  const current = document.querySelector(".index [data-current] a");
  if (current) {
    show(current.dataset.claim);
    // Who has gone into a field already keeps it: what they type must not turn into keys.
    if (document.activeElement === document.body) current.focus({ preventScroll: true });
  }
  align();
});

const asked = document.querySelector(".index [data-current] a, .copy [data-current]");
if (asked?.closest(".desk:not(.desk-claim)")) show(asked.dataset.claim);

// ---- the margin: each mark stands beside its words, below the mark before it

function align() {
  const wide = matchMedia("(min-width: 44.01rem)").matches;
  for (const marks of document.querySelectorAll(".copy .marks")) {
    const top = marks.getBoundingClientRect().top;
    let free = 0;
    for (const item of marks.children) {
      item.style.marginTop = "";
      if (!wide) continue;
      const words = document.getElementById(`words-${item.firstElementChild.dataset.claim}`);
      const place = words?.getClientRects()[0];
      const wanted = place ? place.top + place.height / 2 - item.offsetHeight / 2 - top : free;
      item.style.marginTop = `${Math.max(0, wanted - free)}px`;
      free = Math.max(wanted, free) + item.offsetHeight;
    }
  }
}
align();
addEventListener("resize", align);
document.fonts?.ready.then(align);
