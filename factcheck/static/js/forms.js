// Fields that only matter for one answer, and are shown only then: data-when="name=value".

function arrange() {
  for (const part of document.querySelectorAll("[data-when]")) {
    const [name, value] = part.dataset.when.split("=");
    const chosen = document.querySelector(`[name="${name}"]:checked`);
    part.classList.toggle("hidden", chosen?.value !== value);
  }
}
arrange();
document.addEventListener("change", arrange);
document.addEventListener("desk:filled", arrange);
document.addEventListener("htmx:afterSwap", arrange);
