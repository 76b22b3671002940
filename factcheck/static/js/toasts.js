// Toasts: said once by screen readers, closed by hand, never by a clock. And `u` on any page.

const announced = document.getElementById("announced");

// A status that came with the page is read by nobody; one that changes afterwards is.
function announce() {
  const said = [...document.querySelectorAll("#messages .notice p")].map((line) => line.textContent.trim());
  announced.textContent = said.join(" ");
}
setTimeout(announce, 300);
document.addEventListener("htmx:afterSettle", announce);

document.addEventListener("click", (event) => {
  const close = event.target.closest("[data-close-toast]");
  if (!close) return;
  close.closest(".toast").remove();
  document.getElementById("main").focus({ preventScroll: true });
});

// keys.js presses it where the page shows nothing of its own to undo.
document.addEventListener("submit", (event) => {
  if (event.target.id === "undo-last") event.target.elements.next.value = location.pathname + location.search;
});
