"use strict";
(() => {
  const tally = document.getElementById("tally");
  const entries = [...document.querySelectorAll("[data-verdict]")];
  const groups = [...document.querySelectorAll("[data-group]")];
  let chosen = "";
  const show = (verdict) => {
    chosen = verdict;
    for (const entry of entries) entry.hidden = verdict !== "" && entry.dataset.verdict !== verdict;
    for (const group of groups) group.hidden = ![...group.querySelectorAll("[data-verdict]")].some((e) => !e.hidden);
    for (const button of tally.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.value === verdict));
  };
  for (const item of tally.children) {
    const button = document.createElement("button");
    button.type = "button";
    button.value = item.dataset.filter;
    button.append(...item.childNodes);
    button.addEventListener("click", () => show(chosen === button.value ? "" : button.value));
    item.hidden = false;
    item.append(button);
  }
  show("");
  addEventListener("beforeprint", () => { show(""); for (const each of document.querySelectorAll("details")) each.open = true; });
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.hidden) { show(""); target.scrollIntoView(); }
  };
  addEventListener("hashchange", reveal);
})();
