const own = document.body.dataset;

for (const table of document.querySelectorAll("table.sort")) {
  const heads = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    head.setAttribute("aria-sort", "none");
    const text = (row) => row.cells[column].textContent.trim();
    const number = (row) => parseFloat(text(row));
    const isNumber = head.classList.contains("n");
    const compare = isNumber
      ? (a, b) => (number(a) || 0) - (number(b) || 0)
      : (a, b) => text(a).localeCompare(text(b), "ar");
    button.addEventListener("click", () => {
      const before = head.getAttribute("aria-sort");
      const falls = before === "none" ? isNumber : before === "ascending";
      heads.forEach((other) => other.setAttribute("aria-sort", "none"));
      head.setAttribute("aria-sort", falls ? "descending" : "ascending");
      const rows = [...body.rows].sort(compare);
      body.append(...(falls ? rows.reverse() : rows));
    });
  });
}

// What is typed finds a word with or without vowels, hamza and the like.
const folded = (text) => text.normalize("NFKD")
  .replace(/[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670]/g, "")
  .replace(/[\u0671]/g, "\u0627").replace(/\u0649/g, "\u064a").replace(/\u0629/g, "\u0647")
  .toLowerCase();

const filter = (parts, before) => {
  if (parts.length < 9) return;
  const label = document.createElement("label");
  const input = document.createElement("input");
  const told = document.createElement("span");
  label.className = "filter";
  input.type = "search";
  told.setAttribute("role", "status");
  label.append(own.filter, " ", input, " ", told);
  before.before(label);
  const texts = parts.map((part) => folded(part.textContent));
  input.addEventListener("input", () => {
    const wanted = folded(input.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    parts.forEach((part, i) => {
      part.hidden = !wanted.every((word) => texts[i].includes(word));
      shown += !part.hidden;
    });
    told.textContent = wanted.length ? `${shown} / ${parts.length}` : "";
  });
};
for (const table of document.querySelectorAll("table.sort, table.kwic")) {
  filter([...table.tBodies[0].rows], table.closest(".scroll") ?? table);
}
for (const list of document.querySelectorAll("main > .hits")) filter([...list.children], list);
const sections = [...document.querySelectorAll("main > section")];
if (sections.length) filter(sections, sections[0]);

const toast = document.createElement("p");
toast.className = "toast";
toast.setAttribute("role", "status");
document.body.append(toast);
let waits;
for (const found of document.querySelectorAll("[data-find]")) {
  const command = found.dataset.find;
  const button = document.createElement("button");
  button.type = "button";
  button.title = `${own.copy}: ${command}`;
  button.append(...found.childNodes);
  found.append(button);
  button.addEventListener("click", async () => {
    let is = true;
    try { await navigator.clipboard.writeText(command); } catch { is = false; }
    const code = document.createElement("code");
    code.dir = "ltr";
    code.textContent = command;
    toast.replaceChildren(is ? `${own.copied} ` : "", code);
    clearTimeout(waits);
    waits = setTimeout(() => toast.replaceChildren(), is ? 6000 : 30000);
  });
}
