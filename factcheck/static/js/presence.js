// A claim that is open in several browsers: who else is here, who writes, and what somebody just did.
// Asked every moment; what changed is brought in by freshen.js.

import { typedIn } from "./typed.js";

const EVERY = 1200; // ms: what somebody did is seen within two seconds, the reading of it included
const UNSEEN = 15000; // ms while nobody looks at the page, but words wait on it

const company = document.getElementById("company");
const told = company.dataset;
const say = (name, words) => {
  const line = company.querySelector(`[data-${name}]`);
  if (line.textContent !== words) line.textContent = words;
};
const decisions = () => [...document.querySelectorAll("[data-decision]")];
const begun = new Set(); // decisions in which something was typed, chosen or opened on this page
let anyway = false; // they want to write although another does
let timer;

// Somebody decides while they are at it: words wait, a fold is open, or they are in the form.
function engaged(part) {
  if (!begun.has(part)) return false;
  return typedIn(part) || part.contains(document.activeElement) || part.querySelector("details[open]") !== null;
}
const writing = () => decisions().some(engaged);

async function ask() {
  clearTimeout(timer);
  const busy = writing();
  if (document.hidden && !busy) return;
  const query = new URLSearchParams({ version: told.version, event: told.event, token: told.token });
  if (busy) query.set("writing", 1);
  try {
    const answer = await fetch(`${told.pulse}?${query}`, { headers: { "HX-Request": "true" } });
    if (answer.status === 404) return gone(told.gone);
    if (answer.headers.has("HX-Redirect")) return gone(told.signedOut);
    if (answer.status === 200) hear(await answer.json());
  } catch {
    // The desk is away for a moment.
  }
  timer = setTimeout(ask, document.hidden ? UNSEEN : EVERY);
}

function hear(news) {
  const changed = Number(told.version) !== news.version || Number(told.event) !== news.event;
  Object.assign(told, { version: news.version, event: news.event, token: news.token });
  say("here", news.here);
  say("writing", news.writing);
  if (news.news.length) say("news", news.news.join(" "));
  if (changed) document.dispatchEvent(new CustomEvent("desk:changed", { detail: told.page }));
  fold();
}

function gone(words) {
  company.dataset.over = "";
  for (const name of ["here", "writing", "news"]) say(name, "");
  say("over", words);
}

// ---- the soft lock: while another decides, the form is folded until they are asked again

function fold() {
  const others = company.querySelector("[data-writing]").textContent;
  for (const part of decisions()) {
    const folded = others !== "" && !anyway && !engaged(part) && !typedIn(part);
    const note = part.previousElementSibling?.matches("[data-anyway]") && part.previousElementSibling;
    part.classList.toggle("hidden", folded);
    if (!folded) note?.remove?.();
    else if (!note) part.before(document.getElementById("anyway").content.cloneNode(true));
  }
}
fold();
document.addEventListener("desk:freshened", fold);

function begin(event) {
  const part = event.target.closest?.("[data-decision]");
  if (!part || begun.has(part)) return;
  begun.add(part);
  ask();
}
document.addEventListener("input", begin);
document.addEventListener("click", (event) => event.target.closest("summary") && begin(event));

document.addEventListener("click", (event) => {
  const note = event.target.closest("[data-anyway]");
  if (!note || !event.target.closest("button")) return;
  const part = note.nextElementSibling;
  anyway = true;
  begun.add(part);
  fold();
  part.querySelector("textarea, input:not([type=hidden]), summary, button")?.focus();
  ask();
});

document.addEventListener("visibilitychange", () => document.hidden || ask());
addEventListener("pageshow", ask);
addEventListener("pagehide", () => {
  clearTimeout(timer);
  const body = new FormData();
  body.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
  navigator.sendBeacon(told.leave, body);
});
