// The keyboard. Anything that stands on the page says itself which key it answers to:
// data-item (j, k, Enter), data-key="t", data-search (/), and forms (Ctrl+Enter). A key that stands in the
// item in focus means that item; data-stay leaves the focus there; data-first takes it in a fold.

const shortcuts = document.body.dataset.shortcuts === "on";
const SETTLED = 500; // ms after a page came up
const since = performance.now();
let sent = -SETTLED; // when a form went, so that a second press does not send it again
let went; // that form
let prefix = ""; // the g of "g q"
let prefixTimer;

const typing = (target) =>
  target.closest("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=submit])");
const visible = (element) => element.offsetParent !== null;
const items = () => [...document.querySelectorAll("[data-item]")].filter(visible);
const current = () => items().findIndex((item) => item.hasAttribute("data-current"));

function focusItem(index) {
  const all = items();
  if (!all.length) return;
  const item = all[Math.max(0, Math.min(index, all.length - 1))];
  for (const other of all) other.removeAttribute("data-current");
  item.setAttribute("data-current", "");
  const link = item.matches("a, button") ? item : item.querySelector("a, button");
  link?.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
  item.dispatchEvent(new CustomEvent("desk:current", { bubbles: true }));
}

// Other modules ask for the focus on an item, after a list was drawn anew.
document.addEventListener("desk:focus", (event) => focusItem(items().indexOf(event.target)));

function go(name) {
  const link = document.querySelector(`[data-nav-link="${name}"]`);
  if (link) location.assign(link.href);
}

// A folded form is opened; one that stands open already is not closed by its key.
function press(part) {
  const fold = part.matches("summary") && part.parentElement;
  if (!fold.open) part.click();
  const field = fold && fold.querySelector("[data-first], textarea, select, input:not([type=hidden])");
  if (!part.matches("[data-stay]")) (field || part).focus();
}

const actions = {
  j: () => focusItem(current() + 1),
  k: () => focusItem(current() - 1),
  "/": () => (document.querySelector("[data-search]") ? document.querySelector("[data-search]").focus() : go("claims")),
  "?": () => document.getElementById("keys")?.showModal(),
  u: () => document.getElementById("undo-last")?.requestSubmit(),
};
const gone = { q: () => go("queue"), i: () => go("inbox"), a: () => go("articles") };

document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  const again = event.target === went && performance.now() - sent < SETTLED;
  if (again) return event.preventDefault(); // a double click
  sent = performance.now();
  went = event.target;
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    // Outside of any form it is the page's own step; not on a page that came up under a second press,
    // nor behind a dialog, nor while it is folded because somebody else is at it.
    const main = performance.now() - since > SETTLED && document.querySelector("form[data-main]");
    const meant = main && visible(main) && !document.querySelector("dialog[open]");
    const form = event.target.closest("form") || (meant && main);
    if (form) event.preventDefault();
    if (form && !event.repeat && performance.now() - sent > SETTLED) {
      form.requestSubmit(form.querySelector("[data-default]"));
    }
    return;
  }
  if (event.key === "Escape" && typing(event.target)) event.target.blur();
  if (!shortcuts || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  if (event.key === "Enter") {
    const item = items()[current()];
    if (item && event.target === document.body) item.querySelector("a, button")?.click();
    return;
  }
  clearTimeout(prefixTimer);
  let act = prefix ? gone[event.key] : null;
  prefix = "";
  if (!act && event.key === "g") {
    prefix = "g";
    prefixTimer = setTimeout(() => (prefix = ""), 1200);
    return;
  }
  const key = `[data-key="${CSS.escape(event.key)}"]`;
  const own = items()[current()]?.querySelector(key);
  const pressed = own || [...document.querySelectorAll(key)].find(visible);
  if (!act && pressed && visible(pressed) && !event.repeat) act = () => press(pressed);
  act ??= actions[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});
