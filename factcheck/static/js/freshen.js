// What somebody else changed comes into the page without a reload. Only what differs is touched, and
// never a form in which somebody is, or has typed: they go on, and are told when they send it.

import { typedIn } from "./typed.js";

const OWN = ["open", "hidden", "style", "tabindex", "data-current"]; // what scripts and readers set
const CONTROL = ":is(input, textarea, select, button, summary, a)";
let held = false; // something stayed as it was

function holds(part) {
  const here = part.contains(document.activeElement);
  if (part.matches("form")) return here || typedIn(part) || part.closest("[data-sent]") !== null;
  return part.matches(".actions") && (here || part.matches(":hover")); // no button changes under a finger
}
const holdsWithin = (part) => holds(part) || [...part.querySelectorAll("form, .actions")].some(holds);

// What an element is among its siblings: the same in both pages although something came or went.
function name(part) {
  const own = part.id || (part.matches("li, form, details, .note-item") && part.querySelector("[id]:not(svg *)")?.id);
  const form = part.matches("form") ? part : part.matches("details") && part.querySelector("form");
  return [part.tagName, form && form.getAttribute("action"), own || part.getAttribute("class")].join(" ");
}

const ids = (part) => [part, ...part.querySelectorAll("[id]")].map((own) => own.id).filter(Boolean);

function named(parts) {
  const seen = new Map();
  return parts.map((part) => {
    const own = name(part);
    seen.set(own, (seen.get(own) ?? 0) + 1);
    return `${own} ${seen.get(own)}`;
  });
}

const words = (part) => [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
const classes = (part) => [...part.classList].filter((one) => one !== "hidden");

function dress(part, now) {
  for (const { name, value } of now.attributes) {
    if (name === "class") {
      if (classes(part).join(" ") === classes(now).join(" ")) continue;
      part.setAttribute("class", [...classes(now), ...(part.classList.contains("hidden") ? ["hidden"] : [])].join(" "));
    } else if (!OWN.includes(name) && part.getAttribute(name) !== value) part.setAttribute(name, value);
  }
  for (const { name } of [...part.attributes]) {
    if (!now.hasAttribute(name) && !OWN.includes(name) && name !== "class") part.removeAttribute(name);
  }
}

function bring(part, now) {
  if (holds(part)) {
    held ||= !part.isEqualNode(now);
    return;
  }
  if (part.matches(".draft")) return; // drafts.js keeps it
  dress(part, now);
  if (words(part) || words(now) || !part.children.length || !now.children.length) {
    if (part.innerHTML === now.innerHTML) return;
    if (holdsWithin(part)) held = true;
    else part.replaceChildren(...[...now.childNodes].map((node) => document.importNode(node, true)));
    return;
  }
  const wanted = [...now.children];
  const names = named(wanted);
  const here = new Map();
  const kept = new Set(); // ids in forms that the page has no place for any more: nothing takes it from them
  const there = [...part.children];
  for (const [at, own] of named(there).entries()) {
    if (names.includes(own)) here.set(own, there[at]);
    else if (holdsWithin(there[at])) {
      held = true;
      for (const id of ids(there[at])) kept.add(id);
    } else there[at].remove();
  }
  let place = part.firstElementChild;
  for (const [at, own] of names.entries()) {
    const same = here.get(own);
    while (place && place !== same && ![...here.values()].includes(place)) place = place.nextElementSibling;
    if (same && (same === place || holdsWithin(same))) {
      bring(same, wanted[at]);
      if (same === place) place = place.nextElementSibling;
    } else if (!ids(wanted[at]).some((id) => kept.has(id))) {
      same?.remove();
      part.insertBefore(document.importNode(wanted[at], true), place);
    }
    here.delete(own);
  }
}

let page = ""; // address of what is to be read anew
let reading = false;
let fresh; // the page as it was read last
let later;

async function read() {
  if (reading) return;
  reading = true;
  while (page) {
    const asked = page;
    page = "";
    try {
      const answer = await fetch(asked);
      if (!answer.ok || answer.redirected) break;
      fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      show();
    } catch {
      page ||= asked; // the desk is away for a moment
      await new Promise((resolve) => setTimeout(resolve, 2000));
    }
  }
  reading = false;
}

function show() {
  held = false;
  const at = document.querySelector(`#claim-desk ${CONTROL}:focus`) ?? document.querySelector(`#claim-desk ${CONTROL}:hover`);
  const top = at?.getBoundingClientRect().top;
  for (const part of document.querySelectorAll("[data-live]")) {
    const now = fresh.getElementById(part.id);
    if (!now) continue;
    bring(part, now);
    window.htmx?.process(part);
    part.dispatchEvent(new CustomEvent("htmx:afterSwap", { bubbles: true, detail: { target: part } }));
  }
  document.dispatchEvent(new CustomEvent("desk:freshened"));
  if (at?.isConnected) scrollBy({ top: at.getBoundingClientRect().top - top, behavior: "instant" });
}

document.addEventListener("desk:changed", (event) => {
  page = event.detail;
  read();
});
// What had to stay comes in when nobody is at it any more.
for (const name of ["focusout", "pointerout"]) {
  document.addEventListener(name, (event) => {
    if (!held || !event.target.closest?.("form, .actions")) return;
    clearTimeout(later);
    later = setTimeout(show, 300);
  });
}
