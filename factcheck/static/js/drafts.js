// What is typed is kept on the server, form by form, until it is sent: never in the browser.
// A form is kept that holds an input with data-draft (the address drafts are sent to); its value is the place.

const PAUSE = 400; // ms after the last keystroke
const AGAIN = 5000; // ms until the next try where the desk did not answer
const PATIENCE = 1500; // ms that sending a form waits for its draft
const HURRIED = "drafts-sent-on-leaving"; // that, and no word of them, is noted in the browser
const MOST = 50; // drafts that the desk tells at once: those there are go first
const KEEPALIVE = 60000; // bytes a browser carries on when the page is gone

class Keeper {
  constructor(input) {
    this.input = input;
    this.form = input.form;
    this.at = input.dataset.at;
    this.stored = this.typed().toString();
    this.saving = Promise.resolve();
    this.typedIn = false; // by somebody: what the page itself changes in a form is no draft
    this.leaves = false;
  }

  part(name) {
    return this.form.querySelector(`[data-draft-${name}]`);
  }

  get touched() {
    return this.typedIn && this.typed().toString() !== this.stored;
  }

  // What a person can fill in, and what it was typed on; words that the page put there are not theirs.
  typed() {
    const data = new FormData(this.form);
    for (const other of this.form.querySelectorAll("[type=hidden]:not([data-draft-with]), [type=file], [type=password]")) data.delete(other.name);
    for (const field of this.form.querySelectorAll("[data-prefilled]")) {
      if (field.value === field.dataset.prefilled) data.set(field.name, "");
    }
    return new URLSearchParams(data);
  }

  soon(pause = PAUSE) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  // One after the other, so that the words typed last are those that stay.
  save(how) {
    clearTimeout(this.timer);
    this.saving = this.saving.then(() => this.send(how));
    return this.saving;
  }

  async send({ leaving = false } = {}) {
    if (!this.touched) return;
    const body = this.typed();
    const said = body.toString();
    body.set("place", this.input.value);
    if (!leaving) body.set("known", this.at); // the words typed last are kept, come what may
    body.set("csrfmiddlewaretoken", this.form.elements.csrfmiddlewaretoken.value);
    try {
      const signal = AbortSignal.timeout(2 * AGAIN);
      const keepalive = leaving && said.length < KEEPALIVE;
      const answer = await fetch(this.input.dataset.draft, { method: "POST", body, keepalive, signal, redirect: "error" });
      const told = await answer.json();
      if (answer.status === 409) return this.compare(told);
      if (!answer.ok) return this.tell(told.detail);
      this.stored = said;
      this.show(told);
      if (this.part("take").classList.contains("hidden")) this.tell("");
    } catch {
      this.tell(this.input.dataset.lost);
      if (!this.leaves) this.soon(AGAIN);
    }
  }

  show(told) {
    this.at = told?.at ?? "";
    if (told) this.part("kept").querySelector("time").textContent = told.said;
    this.part("kept").classList.toggle("hidden", !told);
  }

  tell(words) {
    if (this.part("told").textContent !== words) this.part("told").textContent = words;
  }

  // How the draft stands on the server now: the newer words win, but never over what is typed here.
  compare(told) {
    if ((told?.at ?? "") === this.at) return;
    if (!told) {
      this.show(null);
      this.part("take").classList.add("hidden");
      this.tell(this.input.dataset.gone);
    } else if (this.touched) {
      clearTimeout(this.timer); // who is told and types on writes over it, and may still take it
      this.at = told.at;
      this.tell(this.input.dataset.newer);
      this.part("take").classList.remove("hidden");
      this.part("take").onclick = () => this.take(told);
    } else {
      this.fill(told);
    }
  }

  // What was chosen goes where the words typed here stood.
  take(told) {
    const { at } = this;
    this.fill(told);
    Object.assign(this, { at, stored: "", typedIn: true });
    this.save();
  }

  fill(told) {
    clearTimeout(this.timer);
    for (const field of this.form.elements) {
      if ("draftWith" in field.dataset) field.value = told.values[field.name] ?? field.value;
      if (!field.name || ["hidden", "submit", "button", "file"].includes(field.type)) continue;
      const values = [told.values[field.name] ?? []].flat();
      if (["checkbox", "radio"].includes(field.type)) field.checked = values.includes(field.value);
      else if (field.options) for (const option of field.options) option.selected = values.includes(option.value);
      else if (field.name in told.values) field.value = values.at(-1) || field.dataset.prefilled || "";
    }
    this.stored = this.typed().toString();
    this.typedIn = false;
    this.show(told);
    this.part("take").classList.add("hidden");
    this.tell("");
    this.form.dispatchEvent(new CustomEvent("desk:filled", { bubbles: true }));
  }
}

const keepers = new Map(); // form: its keeper
const adopt = () => {
  for (const input of document.querySelectorAll("input[data-draft]")) {
    if (!keepers.has(input.form)) keepers.set(input.form, new Keeper(input));
  }
  for (const form of keepers.keys()) if (!form.isConnected) keepers.delete(form);
};
adopt();
document.addEventListener("htmx:afterSwap", adopt);

for (const name of ["input", "change"]) {
  document.addEventListener(name, (event) => {
    const keeper = keepers.get(event.target.form);
    if (keeper) keeper.typedIn = true;
    if (keeper?.touched) keeper.soon();
  });
}

// A form is sent when the drafts of the page are stored: should the answer never come, the words are there.
let waiting = false;

function leave(keeper) {
  if (!keeper) return;
  clearTimeout(keeper.timer);
  keeper.leaves = true;
}

document.addEventListener(
  "submit",
  (event) => {
    const { target: form, submitter } = event;
    if (submitter?.hasAttribute("data-draft-discard")) leave(keepers.get(form));
    const open = [...keepers.values()].filter((keeper) => keeper.touched && !keeper.leaves);
    if (!open.length && !waiting) return leave(keepers.get(form));
    event.preventDefault();
    event.stopImmediatePropagation();
    if (waiting) return;
    waiting = true;
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    Promise.race([Promise.all(open.map((keeper) => keeper.save({ leaving: true }))), patience]).then(() => {
      waiting = false;
      open.forEach(leave);
      form.requestSubmit(submitter);
    });
  },
  true,
);

// The words typed last travel beside the request for the next page, which may be drawn without them: it asks again.
addEventListener("pagehide", () => {
  for (const keeper of keepers.values()) {
    if (keeper.leaves || !keeper.touched) continue;
    sessionStorage.setItem(HURRIED, "yes");
    keeper.send({ leaving: true });
  }
});
for (const name of ["pageshow", "htmx:afterRequest"]) {
  addEventListener(name, () => {
    for (const keeper of keepers.values()) keeper.leaves = false;
  });
}

async function compareAll() {
  if (!keepers.size || document.visibilityState !== "visible") return;
  const asked = [...keepers.values()].sort((one, other) => other.at.localeCompare(one.at)).slice(0, MOST);
  const [first] = asked;
  const query = new URLSearchParams(asked.map((keeper) => ["place", keeper.input.value]));
  try {
    const answer = await fetch(`${first.input.dataset.draft}?${query}`, { redirect: "error" });
    const told = await answer.json();
    for (const keeper of asked) keeper.compare(told[keeper.input.value]);
  } catch {
    // Asked again at the next focus; what is typed is told by its own saving.
  }
}
if (sessionStorage.getItem(HURRIED)) {
  sessionStorage.removeItem(HURRIED);
  compareAll();
  setTimeout(compareAll, 1000);
}
addEventListener("focus", compareAll);
document.addEventListener("visibilitychange", compareAll);
