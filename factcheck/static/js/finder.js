// Find anything: Ctrl+K opens the dialog, typing searches, the arrows walk, Enter opens.

const dialog = document.getElementById("finder");
const field = dialog?.querySelector("input");
const items = () => [...dialog.querySelectorAll("[data-found]")];
let shownFor = null; // what was typed when the list on show was asked for
let goOn = false; // Enter came before the answer: the first item is opened as soon as it is there

function open() {
  if (!dialog.open) dialog.showModal();
  field.select();
  if (shownFor !== field.value) htmx.trigger(field, "find");
}

function walk(step) {
  const all = items();
  const place = all.indexOf(document.activeElement) + step;
  if (place < 0) field.focus();
  else all[Math.min(place, all.length - 1)]?.focus();
}

function enter() {
  goOn = shownFor !== field.value;
  if (!goOn) items()[0]?.click();
}

if (dialog && window.htmx) {
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      if (dialog.open) dialog.close();
      else open();
      return;
    }
    if (!dialog.open || !dialog.contains(event.target)) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      walk(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.target !== field && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey) {
      field.focus(); // who goes on typing goes on searching
    }
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-finder]") && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      open();
    } else if (event.target === dialog || event.target.closest("#finder [data-found]")) dialog.close();
  });

  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    enter();
  });

  dialog.addEventListener("htmx:afterSwap", (event) => {
    shownFor = event.detail.requestConfig.parameters.q ?? event.detail.requestConfig.parameters.get?.("q") ?? "";
    dialog.querySelector("[data-found-told]").textContent = dialog.querySelector("[data-said]").dataset.said;
    if (goOn) enter();
  });
  dialog.addEventListener("close", () => (goOn = false));
  addEventListener("pagehide", () => dialog.close());
}
