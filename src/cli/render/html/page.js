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
