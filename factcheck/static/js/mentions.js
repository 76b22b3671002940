// Who is named in a note: behind an @, a list of the people who may read it. `data-mentions` says where to ask.
// The words decide, here as without this list; it only helps to write them.

const TYPED = /(?:^|[\s([{"'“‘„«—–])@([\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]+)?)$/u;
const PAUSE = 120; // ms after a key until the desk is asked

const list = Object.assign(document.createElement("ul"), { className: "people-list", id: "people-list", hidden: true });
list.setAttribute("role", "listbox");
const told = Object.assign(document.createElement("p"), { className: "aside" });
told.setAttribute("role", "status");

let field; // where somebody types
let start; // of the @
let asking, timer;

const options = () => [...list.children];
const chosen = () => list.querySelector("[aria-selected=true]");

function close() {
  clearTimeout(timer);
  asking?.abort();
  list.hidden = true;
  told.textContent = "";
  field?.removeAttribute("aria-activedescendant");
}

function choose(option) {
  for (const one of options()) one.setAttribute("aria-selected", one === option);
  field.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

function show(people, say) {
  list.replaceChildren(
    ...people.map((person) => {
      const option = Object.assign(document.createElement("li"), { id: `person-${person.id}` });
      option.setAttribute("role", "option");
      option.dataset.text = person.text;
      const role = Object.assign(document.createElement("span"), { className: "quiet", textContent: person.role });
      option.append(person.text.slice(1), " ", role);
      return option;
    }),
  );
  if (!people.length) return close();
  list.hidden = false;
  choose(list.firstChild);
  list.setAttribute("aria-label", say.sayPeople);
  told.textContent = `${say.sayPeople}: ${people.length}. ${say.sayKeys}`;
}

async function ask(say, words) {
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(`${say.mentions}?q=${encodeURIComponent(words)}`, { signal: asking.signal });
    if (answer.ok) show((await answer.json()).people, say);
  } catch (error) {
    if (error.name !== "AbortError") close(); // typing goes on without the list
  }
}

function take(option) {
  const behind = field.value.slice(field.selectionStart).replace(/^ /, "");
  field.setRangeText(`${option.dataset.text} `, start, field.value.length - behind.length, "end");
  close();
  field.dispatchEvent(new Event("input", { bubbles: true })); // for the draft
  field.focus();
}

document.addEventListener("input", (event) => {
  const place = event.target.matches("textarea") && event.target.closest("[data-mentions]");
  if (!place) return;
  if (field !== event.target || !list.isConnected) {
    close();
    field = event.target;
    field.after(list, told);
  }
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-haspopup", "listbox");
  field.setAttribute("aria-controls", list.id);
  clearTimeout(timer);
  const typed = field.value.slice(0, field.selectionStart).match(TYPED);
  if (!typed) return close();
  start = field.selectionStart - typed[1].length - 1;
  timer = setTimeout(ask, PAUSE, place.dataset, typed[1]);
});

// Before keys.js, for which Escape leaves the field.
document.addEventListener(
  "keydown",
  (event) => {
    if (list.hidden || event.target !== field || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = options().indexOf(chosen());
    const keys = {
      ArrowDown: () => choose(options()[(at + 1) % options().length]),
      ArrowUp: () => choose(options().at(at - 1)),
      Enter: () => take(chosen()),
      Tab: () => take(chosen()),
      Escape: close,
    };
    if (!keys[event.key] || (event.key === "Tab" && event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
    keys[event.key]();
  },
  true,
);

list.addEventListener("pointerdown", (event) => {
  event.preventDefault(); // the field keeps the focus
  const option = event.target.closest("[role=option]");
  if (option) take(option);
});
document.addEventListener("focusout", (event) => event.target === field && close());
