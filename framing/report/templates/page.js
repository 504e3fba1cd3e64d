"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const data = JSON.parse($("data").textContent);
  const PAGE = 50;
  const fields = ["source", "actor", "voice", "kind"];
  let only = null, label = "", shown = PAGE;

  const wanted = (row) => {
    if (only && !only.has(row.i)) return false;
    for (const name of fields) {
      const value = $("f-" + name).value;
      if (value !== "" && String(row[name]) !== value) return false;
    }
    const text = $("f-text").value.trim().toLowerCase();
    return !text || row.words.toLowerCase().includes(text) || row.speaker.toLowerCase().includes(text);
  };
  const rows = data.rows.map((r, i) => ({
    i, source: r[0], article: r[1], kind: r[2], voice: r[3], actor: r[4], label: r[5], speaker: r[6], words: r[7], start: r[8], end: r[9], ref: r[10],
  }));
  const cell = (tag, text, row) => { const el = document.createElement(tag); el.textContent = text; row.append(el); return el; };
  const whose = (row) => row.voice === 0 ? "outlet’s own words" : data.voices[row.voice] + (row.speaker ? " of " + row.speaker : "");

  const render = () => {
    const found = rows.filter(wanted);
    const body = $("rows").tBodies[0];
    body.replaceChildren();
    for (const row of found.slice(0, shown)) {
      const tr = document.createElement("tr");
      cell("td", data.sources[row.source], tr);
      cell("td", data.kinds[row.kind] + (row.label ? ": " + row.label : ""), tr);
      const words = cell("td", row.words, tr);
      words.dir = "auto";
      cell("td", whose(row), tr);
      cell("td", row.actor < 0 ? "" : data.actors[row.actor], tr);
      const place = document.createElement("td");
      const article = data.articles[row.article];
      if (article[1]) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "open";
        button.textContent = "in the text";
        button.setAttribute("aria-label", "show “" + row.words.slice(0, 40) + "” in the text of " + article[0]);
        button.addEventListener("click", () => showInText(row));
        place.append(button);
      } else place.textContent = article[0];
      tr.append(place);
      body.append(tr);
    }
    $("more").hidden = found.length <= shown;
    const what = only ? " behind “" + label + "”" : "";
    $("status").textContent = found.length + (found.length === 1 ? " finding" : " findings") + what + (found.length > shown ? ", the first " + shown + " are shown" : "");
  };

  const open = (ids, name) => {
    only = new Set(ids.split(" ").filter(Boolean).map(Number));
    label = name;
    for (const field of fields) $("f-" + field).value = "";
    $("f-text").value = "";
    shown = PAGE;
    render();
    $("h-explore").focus({ preventScroll: true });
    $("explore").scrollIntoView();
  };

  const clearMarks = () => {
    for (const mark of document.querySelectorAll("mark.now")) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
  };
  const wrap = (paragraph, from, to) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const parts = [];
    let at = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = Math.max(from - at, 0), end = Math.min(to - at, node.length);
      if (start < end) parts.push([node, start, end]);
      at += node.length;
    }
    return parts.map(([node, start, end]) => {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      const mark = document.createElement("mark");
      mark.className = "now";
      range.surroundContents(mark);
      return mark;
    });
  };
  const showInText = (row) => {
    clearMarks();
    const details = $(data.articles[row.article][1]);
    details.open = true;
    const marks = [];
    for (const p of details.querySelectorAll("p[data-start]")) {
      const start = Number(p.dataset.start), end = start + p.textContent.length;
      if (row.start < end && start < row.end) marks.push(...wrap(p, row.start - start, row.end - start));
    }
    const first = marks[0] || details;
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: "center" });
  };

  document.addEventListener("click", (event) => {
    const hit = event.target.closest(".hit, button.open[data-rows]");
    if (hit) open(hit.dataset.rows, hit.getAttribute("aria-label") || hit.dataset.label || "");
  });
  document.addEventListener("keydown", (event) => {
    const hit = event.target.closest && event.target.closest(".hit");
    if (!hit) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      open(hit.dataset.rows, hit.getAttribute("aria-label") || "");
      return;
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const hits = [...hit.closest("svg").querySelectorAll(".hit")];
    const next = step ? hits[hits.indexOf(hit) + step] : event.key === "Home" ? hits[0] : event.key === "End" ? hits[hits.length - 1] : null;
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });
  for (const name of [...fields, "text"]) $("f-" + name).addEventListener("input", () => { shown = PAGE; render(); });
  document.querySelector(".filters").addEventListener("submit", (event) => event.preventDefault());
  document.querySelector(".filters").addEventListener("reset", () => { only = null; shown = PAGE; setTimeout(render, 0); });
  $("more").addEventListener("click", () => { shown += PAGE; render(); });

  const judges = [...document.querySelectorAll(".judge")];
  const decided = () => judges.map((one) => {
    const verdict = one.querySelector("input:checked").value;
    const name = verdict === "drop" ? "" : one.querySelector("input[type=text]").value.trim().replace(/^['=+\-@\s]+/, "");
    return [one.dataset.pair, verdict || (name ? "keep" : ""), "", "", name];
  });
  const tell = () => {
    const lines = decided();
    const count = (verdict) => lines.filter((line) => line[1] === verdict).length;
    $("judged").textContent = count("keep") + " accepted, " + count("drop") + " rejected, " + count("") + " not decided; put the file into the folder of this report, name it with --verdicts, or add it beside the articles in the local page.";
  };
  const save = (before) => {
    const key = (line) => line[0].split("+").sort().join("+");
    const mine = decided(), here = new Set(mine.map(key));
    const lines = [["id", "verdict", "who", "why", "name"], ...before.filter((line) => !here.has(key(line))), ...mine.filter((line) => line[1])];
    const text = lines.map((line) => line.map((cell) => /[",\n]/.test(cell) ? '"' + cell.replaceAll('"', '""') + '"' : cell).join(",")).join("\n") + "\n";
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
    link.download = "verdicts.csv";
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const saved = document.querySelector(".judged");
  if (saved) {
    for (const one of [saved, ...judges]) one.hidden = false;
    for (const one of judges) one.addEventListener("input", tell);
    $("save-verdicts").addEventListener("click", () => save(JSON.parse(saved.dataset.before)));
    tell();
  }

  const theme = $("theme");
  const setTheme = (dark) => {
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    theme.setAttribute("aria-pressed", String(dark));
  };
  setTheme(window.matchMedia("(prefers-color-scheme: dark)").matches);
  theme.addEventListener("click", () => setTheme(document.documentElement.dataset.theme !== "dark"));
  window.addEventListener("beforeprint", () => { setTheme(false); for (const one of document.querySelectorAll("details.article")) one.open = true; });
  render();
})();
