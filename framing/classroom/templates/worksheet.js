"use strict";
(() => {
  const facts = JSON.parse(document.getElementById("facts").textContent);
  const at = (id) => document.getElementById(id);
  const names = {};
  const buttons = [...document.querySelectorAll("[data-tag]")];
  buttons.forEach((one) => { names[one.dataset.tag] = one.lastChild.textContent; });
  const texts = [...document.querySelectorAll(".text")];
  const letterOf = (word) => word.closest(".text").dataset.text;
  const code = at("code");
  const store = "framing-marks-" + facts.sheet;
  let marks = [];
  let picked = [];
  let anchor = null;
  let now = null;

  const wordsOf = (text) => [...text.querySelectorAll(".w")];
  const between = (one, other) => {
    const all = [...one.closest("p").querySelectorAll(".w")];
    const [low, high] = [all.indexOf(one), all.indexOf(other)].sort((a, b) => a - b);
    return all.slice(low, high + 1);
  };
  const say = (words) => words.map((one) => one.textContent).join(" ");

  function pick(words) {
    picked.forEach((one) => one.classList.remove("picked"));
    picked = words;
    picked.forEach((one) => one.classList.add("picked"));
    buttons.forEach((one) => { one.disabled = picked.length === 0; });
    at("let-go").disabled = picked.length === 0;
    at("picked").textContent = picked.length ? "Picked in text " + letterOf(picked[0]) + ": " + say(picked) : "Tap a word to begin.";
    if (!picked.length) anchor = null;
  }
  function choose(word) {
    const held = marks.find((one) => one.text === letterOf(word) && one.start <= +word.dataset.s && +word.dataset.e <= one.end);
    if (picked.length && anchor && anchor.closest("p") === word.closest("p")) {
      if (picked.length === 1 && picked[0] === word) { pick([]); return; }
      pick(between(anchor, word));
    } else if (held) {
      remove(held);
    } else {
      anchor = word;
      pick([word]);
    }
  }
  function tag(kind) {
    if (!picked.length) return;
    const text = letterOf(picked[0]);
    const start = +picked[0].dataset.s;
    const end = +picked[picked.length - 1].dataset.e;
    const same = marks.some((one) => one.text === text && one.start === start && one.end === end && one.tag === kind);
    if (!same) marks.push({ text, start, end, words: say(picked), tag: kind, note: "" });
    pick([]);
    changed();
    at("picked").textContent = "Marked as " + names[kind] + ". " + marks.length + " marks.";
  }
  function remove(mark) {
    marks = marks.filter((one) => one !== mark);
    changed();
    at("picked").textContent = "Mark taken away.";
  }

  function paint() {
    texts.forEach((text) => {
      const mine = marks.filter((one) => one.text === text.dataset.text);
      wordsOf(text).forEach((word) => {
        Object.keys(names).forEach((kind) => {
          word.classList.toggle(kind, mine.some((one) => one.tag === kind && one.start < +word.dataset.e && +word.dataset.s < one.end));
        });
      });
    });
    const list = at("marks");
    list.replaceChildren(...marks.map(row));
    at("count").textContent = marks.length === 1 ? "1 mark" : marks.length + " marks";
  }
  function row(mark) {
    const item = document.createElement("li");
    const words = document.createElement("q");
    words.textContent = mark.words;
    const kind = document.createElement("span");
    kind.className = "small";
    kind.textContent = "text " + mark.text + " · " + names[mark.tag];
    const note = document.createElement("input");
    note.value = mark.note;
    note.maxLength = 200;
    note.setAttribute("aria-label", "Note on " + mark.words);
    note.placeholder = mark.tag === "speaker" ? "Who says it?" : "Why? (if you like)";
    note.addEventListener("input", () => { mark.note = note.value; keep(); });
    const out = document.createElement("button");
    out.type = "button";
    out.textContent = "remove";
    out.setAttribute("aria-label", "Remove the mark on " + mark.words);
    out.addEventListener("click", () => remove(mark));
    item.append(words, kind, note, out);
    return item;
  }
  function changed() { paint(); keep(); }

  const missing = () => [...document.querySelectorAll("[data-missing]")]
    .filter((one) => one.value.trim()).map((one) => ({ text: one.dataset.missing, who: one.value.trim() }));
  const state = () => ({ ...facts, code: code.value.trim().toUpperCase(), marks, missing: missing() });
  function keep() {
    try {
      localStorage.setItem(store, JSON.stringify(state()));
      at("kept").textContent = "Kept in this browser. Press Save to hand it in.";
    } catch (problem) {
      at("kept").textContent = "This browser keeps nothing: press Save before you close the page.";
    }
  }
  const whole = (one) => one && typeof one === "object" && Number.isInteger(one.start) && Number.isInteger(one.end)
    && typeof one.words === "string" && one.tag in names && texts.some((text) => text.dataset.text === one.text);
  function take(saved) {
    if (!saved || saved.format !== facts.format) return "That file holds no marks.";
    if (saved.sheet !== facts.sheet) return "Those marks belong to another worksheet.";
    marks = (Array.isArray(saved.marks) ? saved.marks : []).filter(whole)
      .map((one) => ({ text: one.text, start: one.start, end: one.end, words: one.words, tag: one.tag, note: String(one.note || "").slice(0, 200) }));
    code.value = String(saved.code || "").slice(0, 6);
    (Array.isArray(saved.missing) ? saved.missing : []).forEach((one) => {
      const field = document.querySelector('[data-missing="' + CSS.escape(String(one.text)) + '"]');
      if (field) field.value = String(one.who || "").slice(0, 80);
    });
    paint();
    return "";
  }
  function codeIsGood() {
    const good = code.value.trim() !== "" && code.validity.valid;
    code.setAttribute("aria-invalid", String(!good));
    at("code-says").textContent = good ? "" : "Type a code with a number in it, such as K7.";
    return good;
  }
  function save() {
    if (!codeIsGood()) { code.focus(); return; }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(state(), null, 1)], { type: "application/json" }));
    link.download = "marks-" + state().code + ".json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    at("kept").textContent = "Saved as " + link.download + ". Hand this file in.";
  }

  document.addEventListener("click", (event) => {
    const word = event.target.closest(".w");
    if (word && document.getSelection().isCollapsed) choose(word);
  });
  document.addEventListener("pointerup", () => setTimeout(() => {
    const chosen = document.getSelection();
    if (chosen.isCollapsed || !chosen.rangeCount) return;
    const range = chosen.getRangeAt(0);
    const hit = texts.flatMap(wordsOf).filter((one) => range.intersectsNode(one));
    if (!hit.length) return;
    const inOne = hit.filter((one) => one.closest("p") === hit[0].closest("p"));
    anchor = inOne[0];
    pick(inOne);
    chosen.removeAllRanges();
  }, 0));
  function move(word) {
    if (now) now.classList.remove("now");
    now = word;
    now.classList.add("now");
    now.scrollIntoView({ block: "nearest" });
  }
  function step(text, event) {
    const all = wordsOf(text);
    const place = now && all.includes(now) ? all.indexOf(now) : -1;
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 8, ArrowUp: -8, Home: -all.length, End: all.length }[event.key];
    const next = all[Math.min(all.length - 1, Math.max(0, place < 0 ? 0 : place + by))];
    move(next);
    if (event.shiftKey && anchor && anchor.closest("p") === next.closest("p")) pick(between(anchor, next));
    else at("picked").textContent = next.textContent + (picked.length ? " (picked: " + say(picked) + ")" : "");
  }
  texts.forEach((text) => text.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", "Home", "End"].includes(event.key)) step(text, event);
    else if ((event.key === "Enter" || event.key === " ") && now) choose(now);
    else if (event.key === "Escape") pick([]);
    else if (/^[1-9]$/.test(event.key) && buttons[event.key - 1]) tag(buttons[event.key - 1].dataset.tag);
    else return;
    event.preventDefault();
  }));
  buttons.forEach((one) => one.addEventListener("click", () => tag(one.dataset.tag)));
  at("let-go").addEventListener("click", () => pick([]));
  at("save").addEventListener("click", save);
  at("load").addEventListener("click", () => at("file").click());
  at("wipe").addEventListener("click", () => {
    if (marks.length && !confirm("Delete all marks on this page?")) return;
    marks = [];
    code.value = "";
    document.querySelectorAll("[data-missing]").forEach((one) => { one.value = ""; });
    pick([]);
    paint();
    try { localStorage.removeItem(store); } catch (problem) { /* nothing was kept */ }
    at("kept").textContent = "Empty again. Nothing is kept.";
  });
  at("file").addEventListener("change", async () => {
    const file = at("file").files[0];
    if (!file) return;
    let problem = "That file cannot be read.";
    try { problem = take(JSON.parse(await file.text())); } catch (error) { /* said below */ }
    at("kept").textContent = problem || "Opened " + file.name + ".";
    if (!problem) keep();
    at("file").value = "";
  });
  code.addEventListener("input", () => { if (code.value) codeIsGood(); keep(); });
  document.querySelectorAll("[data-missing]").forEach((one) => one.addEventListener("input", keep));

  try {
    const kept = localStorage.getItem(store);
    if (kept && !take(JSON.parse(kept))) at("kept").textContent = "Your marks are back. Press Save to hand them in.";
  } catch (problem) {
    at("kept").textContent = "This browser keeps nothing: press Save before you close the page.";
  }
  paint();
})();
