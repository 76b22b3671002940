// The frame: theme, folded navigation, and what is only offered where scripts run.

const YEAR = 31536000;
const root = document.documentElement;
const remember = (name, value) => {
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR}; samesite=lax`;
};

for (const part of document.querySelectorAll("[data-scripted]")) part.classList.remove("hidden");

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-theme-switch]")) {
    const dark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    remember("theme", root.dataset.theme);
  }
  const fold = event.target.closest("[data-nav-fold]");
  if (fold) {
    const icons = root.dataset.nav !== "icons";
    if (icons) root.dataset.nav = "icons";
    else delete root.dataset.nav;
    fold.setAttribute("aria-pressed", icons);
    remember("nav", icons ? "icons" : "full");
  }
  const opener = event.target.closest("[data-open]");
  if (opener) document.getElementById(opener.dataset.open)?.showModal();
});

// What htmx could not swap in is said, not swallowed. What was typed is still in its field.
for (const failure of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(failure, () => {
    const messages = document.getElementById("messages");
    const line = document.createElement("p");
    line.className = "notice";
    line.dataset.tone = "red";
    line.textContent = messages.dataset.sayLost;
    messages.replaceChildren(line);
  });
}

// Parts that htmx swapped in are offered their scripted extras too.
document.addEventListener("htmx:afterSwap", () => {
  for (const part of document.querySelectorAll("[data-scripted].hidden")) part.classList.remove("hidden");
});
