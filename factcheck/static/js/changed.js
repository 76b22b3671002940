// A page of many claims: what others changed since it was drawn is counted, and shown when one asks for it.

const EVERY = 1500; // ms: seen within two seconds, the reading of it included
const MOST = 200; // claims asked after
let event = null; // the newest when the page was drawn
let timer;

const place = () => document.getElementById("changed");
const shown = () =>
  [...document.querySelectorAll("[data-item] a.row")].map((row) => /\/claims\/(\d+)\//.exec(row.href)?.[1]).filter(Boolean);

function say(words, more = true) {
  const line = place()?.querySelector(".notice");
  if (!line || line.querySelector("[data-text]").textContent === words) return;
  line.querySelector("[data-text]").textContent = words;
  line.querySelector("[data-refresh]").hidden = !more;
  line.classList.toggle("hidden", !words);
}

async function ask() {
  clearTimeout(timer);
  if ((document.hidden && event !== null) || !place()) return; // where to begin is asked behind another tab too
  const query = new URLSearchParams();
  if (place().dataset.pulse.startsWith("/claims/")) query.set("claims", [...new Set(shown())].slice(0, MOST));
  const since = event;
  if (since !== null) query.set("event", since);
  try {
    const answer = await fetch(`${place().dataset.pulse}?${query}`, { headers: { "HX-Request": "true" } });
    if (answer.status === 404) return say(place()?.dataset.over, false);
    // An answer to a page that was drawn anew meanwhile tells what that page shows.
    if (answer.status === 200 && since === event) {
      const told = await answer.json();
      event ??= told.event;
      if (told.changed) say(told.text);
    }
  } catch {
    // The desk is away for a moment.
  }
  timer = setTimeout(ask, EVERY);
}

document.addEventListener("click", (event) => event.target.closest("[data-refresh]") && location.reload());
document.addEventListener("visibilitychange", ask);
// A page drawn anew shows what was counted.
document.addEventListener("htmx:afterSettle", (settled) => {
  if (!["main", "listed"].includes(settled.detail.target.id)) return;
  event = null;
  say("");
  ask();
});
ask();
