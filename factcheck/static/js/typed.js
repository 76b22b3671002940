// Whether somebody has typed or chosen something in a part of the page that was not sent yet.

function changed(field) {
  if (["hidden", "submit", "button", "search"].includes(field.type)) return false;
  if (field.tagName === "TEXTAREA") return field.value.trim() !== "" && field.value !== field.dataset.prefilled;
  if (["checkbox", "radio"].includes(field.type)) return field.checked !== field.defaultChecked;
  if (field.tagName !== "SELECT") return field.value !== field.defaultValue;
  const before = [...field.options].findIndex((option) => option.defaultSelected);
  return field.selectedIndex !== Math.max(0, before);
}

export const typedIn = (part) => [...part.querySelectorAll("textarea, input, select")].some(changed);
