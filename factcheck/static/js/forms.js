// Fields that only matter for one answer, and are shown only then: data-when="name=value".

function arrange() {
  for (const part of document.querySelectorAll("[data-when]")) {
    const [name, value] = part.dataset.when.split("=");
    const chosen = document.querySelector(`[name="${name}"]:checked`);
    part.classList.toggle("hidden", chosen?.value !== value);
  }
}
arrange();

// A choice may suggest another one, data-suggests="name=value": taken where nothing was chosen but by suggestion.
let suggested = null;
document.addEventListener("change", (event) => {
  const { suggests } = event.target.dataset;
  if (suggests === undefined) return;
  const [name, value] = suggests.split("=");
  const choices = [...event.target.form.querySelectorAll(`[name="${name}"]`)];
  const chosen = choices.find((choice) => choice.checked);
  if (chosen && chosen !== suggested) return;
  suggested = choices.find((choice) => choice.value === value);
  for (const choice of choices) choice.checked = choice === suggested;
});
document.addEventListener("change", arrange);
document.addEventListener("desk:filled", arrange);
document.addEventListener("htmx:afterSwap", arrange);
