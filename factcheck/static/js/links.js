// Several addresses pasted into the field for one go into the field for several, which makes a record of each.

const WEB = /^https?:\/\//;

document.addEventListener("paste", (event) => {
  const fold = document.getElementById("links-form");
  if (!fold || !event.target.matches('[name="evidence-locator"]')) return;
  const lines = (event.clipboardData?.getData("text/plain") ?? "").split(/\s+/).filter((line) => WEB.test(line));
  if (lines.length < 2) return;
  event.preventDefault();
  fold.open = true;
  const field = fold.querySelector("textarea");
  field.value = [field.value.trim(), ...lines].filter(Boolean).join("\n");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
});
