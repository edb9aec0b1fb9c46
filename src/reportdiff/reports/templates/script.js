"use strict";
(() => {
  document.documentElement.classList.add("js");
  const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const forms = [...document.querySelectorAll("form[data-list]")];
  const texts = new WeakMap();

  const textOf = (item) => {
    if (!texts.has(item)) texts.set(item, fold(item.textContent));
    return texts.get(item);
  };

  const chosen = (form, name) => (form.elements[name] ? form.elements[name].value : "");

  const apply = (form) => {
    const words = fold(chosen(form, "find")).split(/\s+/).filter(Boolean);
    const kind = chosen(form, "kind");
    const who = chosen(form, "who");
    const items = [...document.querySelectorAll(form.dataset.list)];
    let shown = 0;
    for (const item of items) {
      const fits =
        (!kind || item.dataset.kind.split(" ").includes(kind)) &&
        (!who || item.dataset.who.includes("|" + who + "|")) &&
        words.every((word) => textOf(item).includes(word));
      item.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    const active = Boolean(words.length || kind || who);
    for (const fold of document.querySelectorAll("details.small")) {
      const rows = [...fold.querySelectorAll(form.dataset.list)];
      if (!rows.length) continue;
      fold.hidden = rows.every((row) => row.hidden);
      if (active) fold.open = !fold.hidden;
    }
    form.querySelector("output").textContent = active ? shown + " of " + items.length + " shown" : "";
  };

  for (const form of forms) {
    form.addEventListener("input", () => apply(form));
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) {
      for (const form of forms) {
        form.reset();
        apply(form);
      }
    }
    const fold = target.closest("details");
    if (fold) fold.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  if (location.hash) reveal();
})();
