"use strict";
/* One page, no framework. Whatever comes from articles is put in as text, never as markup. */
(() => {
  const $ = (id) => document.getElementById(id);
  const make = (tag, text = "", more = {}) => Object.assign(document.createElement(tag), { textContent: text }, more);
  const plural = (n, noun) => `${n} ${noun}${n === 1 ? "" : "s"}`;
  let state = null, edition = -1, finished = 0, shown = 0, lessons = 0, packsTouched = false, waitingFor = "", over = false;
  let timer = 0, queue = Promise.resolve();

  async function ask(where, body) {
    const form = body instanceof FormData;
    const options = body === undefined ? {} : {
      method: "POST", body: form ? body : JSON.stringify(body), headers: form ? {} : { "Content-Type": "application/json" },
    };
    let answer;
    try {
      answer = await fetch(where, options);
    } catch {
      end("The program has stopped. Start it again, then close this page.");
      return null;
    }
    const kind = answer.headers.get("content-type") || "";
    const data = kind.startsWith("application/json") ? await answer.json() : { problem: await answer.text() };
    if (!answer.ok) {
      complain(data.problem);
      return null;
    }
    return data;
  }

  function complain(words) {
    $("problem").textContent = words;
    $("problem").hidden = !words;
  }

  function say(words) {
    $("status").textContent = words;
  }

  function end(words) {
    over = true;
    clearTimeout(timer);
    $("work").hidden = true;
    complain("");
    say(words);
    document.querySelectorAll("button, input, select, textarea").forEach((one) => { one.disabled = true; });
  }

  /* One request after the other, so that no older answer is shown over a newer one. */
  function send(where, body, waiting) {
    queue = queue.then(async () => {
      if (body !== undefined) complain("");
      const data = over ? null : await ask(where, body);
      if (!data) return false;
      waitingFor = waiting || waitingFor;
      show(data);
      return true;
    });
    return queue;
  }

  const look = () => send("state");

  function next() {
    clearTimeout(timer);
    if (!over) timer = setTimeout(look, state && state.busy ? 700 : 20000);
  }

  function show(data) {
    state = data;
    showWork();
    if (state.edition !== edition) {
      edition = state.edition;
      packsTouched = false;
      showTable();
      showPacks();
    }
    showReady();
    showRuns();
    document.body.removeAttribute("aria-busy");
    if (!state.busy && state.finished !== finished) {
      finished = state.finished;
      done();
    }
    next();
  }

  function showWork() {
    const step = state.step;
    $("work").hidden = !step;
    for (const id of ["compare", "clear", "files"]) $(id).disabled = Boolean(step);
    document.querySelectorAll("#paste button, #lesson button").forEach((one) => { one.disabled = Boolean(step); });
    $("status").classList.toggle("sr", Boolean(step));
    if (!step) return;
    const words = step.total ? `${step.words}: ${step.done} of ${step.total}` : `${step.words} …`;
    if ($("work-words").textContent !== words) $("work-words").textContent = words;
    const bar = $("work-bar");
    if (step.total) { bar.max = step.total; bar.value = step.done; } else bar.removeAttribute("value");
    say(step.words);
  }

  function done() {
    complain(state.problem);
    if (state.problem) {
      say("");
    } else if (waitingFor === "read") {
      const bad = state.skipped.length ? `, ${plural(state.skipped.length, "file")} could not be used` : "";
      say(`${plural(state.rows.length, "article")} read${bad}.`);
    } else if (waitingFor === "compare") {
      openRun(state.runs.length);
      say("The report is ready.");
      $("h-report").focus();
      $("h-report").scrollIntoView();
    } else if (waitingFor === "lesson") {
      say("The lesson is ready.");
      const link = $("lessons").querySelector("li:last-child a");
      if (link) link.focus();
    } else say("");
    waitingFor = "";
  }

  const label = (one, name, row) => { one.setAttribute("aria-label", `${name} of “${row.title}”`); return one; };

  function sourceField(row) {
    const input = label(make("input", "", { type: "text", maxLength: 120, autocomplete: "off" }), "Source", row);
    input.setAttribute("list", "sources");
    input.addEventListener("change", () => correct(row, { source: input.value }));
    return input;
  }

  /* The stories there are, to choose from; the last choice gives way to a field for another name. */
  function storyField(row) {
    const choice = label(make("select"), "Story", row);
    choice.addEventListener("change", () => {
      if (choice.selectedIndex < choice.length - 1) correct(row, { event: choice.value });
      else askName(row, choice);
    });
    return choice;
  }

  function askName(row, choice) {
    const input = label(make("input", "", { type: "text", maxLength: 120, autocomplete: "off" }), "New name of the story", row);
    let left = false;
    const leave = (event) => {
      if (left) return;
      left = true;
      input.replaceWith(choice);
      if (event.type === "keydown") choice.focus();
      const name = event.key === "Escape" ? "" : input.value.trim();
      if (name) correct(row, { event: name });
      else state.rows.forEach(showRow);
    };
    input.addEventListener("blur", leave);
    input.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === "Escape") leave(event); });
    choice.replaceWith(input);
    input.focus();
  }

  async function correct(row, change) {
    await send("correct", { id: row.id, ...change });
    state.rows.forEach(showRow);
    showSources();
  }

  /* What the program made of a correction: an empty source is the old one again, a remark may be settled. */
  function showRow(row, place) {
    const line = $("rows").tBodies[0].rows[place];
    if (!line) return;
    const [use, source] = line.querySelectorAll("input"), choice = line.querySelector("select");
    use.checked = row.used;
    if (source !== document.activeElement) source.value = row.source;
    if (choice) {
      const stories = [...new Set(state.rows.map((one) => one.event))].sort();
      const options = stories.map((name) => make("option", name || "no story", { value: name }));
      choice.replaceChildren(...options, make("option", "another story …", { value: "" }));
      choice.selectedIndex = stories.indexOf(row.event);
    }
    line.lastElementChild.textContent = row.warnings.join("; ") || "–";
    line.classList.toggle("off", !row.used);
  }

  function showTable() {
    const body = $("rows").tBodies[0];
    body.replaceChildren(...state.rows.map((row) => {
      const line = make("tr");
      const use = make("input", "", { type: "checkbox", checked: row.used });
      use.setAttribute("aria-label", `Use “${row.title}”`);
      use.addEventListener("change", () => correct(row, { used: use.checked }));
      const cells = [use, sourceField(row), storyField(row), row.title,
        row.date || "–", String(row.words), row.warnings.join("; ") || "–"];
      const names = ["Use", "Source", "Story", "Title", "Date", "Words", "Notes"];
      cells.forEach((cell, place) => {
        const td = make("td");
        td.dataset.name = names[place];
        if (place === 3) td.dir = "auto";
        if (place === 5) td.className = "num";
        td.append(cell);
        line.append(td);
      });
      return line;
    }));
    state.rows.forEach(showRow);
    $("rows").parentElement.hidden = !state.rows.length;
    $("s-check").hidden = !state.rows.length && !state.skipped.length;
    $("s-compare").hidden = !state.rows.length;
    $("skipped").hidden = !state.skipped.length;
    $("skipped-head").textContent = `${plural(state.skipped.length, "file")} could not be used`;
    $("skipped").querySelector("ul").replaceChildren(...state.skipped.map(([name, reason, remedy]) => {
      const item = make("li");
      item.append(make("b", name), ` ${reason}${/[.!?]$/.test(reason) ? "" : "."} ${remedy}`);
      return item;
    }));
    $("warnings").hidden = !state.warnings.length;
    $("warnings").querySelector("summary").textContent = plural(state.warnings.length, "remark") + " on reading";
    $("warnings").querySelector("ul").replaceChildren(...state.warnings.map((words) => make("li", words)));
    $("layouts").hidden = !state.layouts.length;
    $("layouts").textContent = `Layouts in use: ${state.layouts.join(", ")}`;
    $("verdicts").hidden = !state.verdicts.length;
    $("verdicts").textContent = `Readers’ decisions in use: ${state.verdicts.join(", ")}. Compare once more, and the report follows them.`;
    showSources();
  }

  function showSources() {
    const values = [...new Set(state.rows.map((row) => row.source))].sort();
    $("sources").replaceChildren(...values.map((value) => make("option", "", { value })));
  }

  function showReady() {
    const used = state.rows.filter((row) => row.used);
    const stories = new Map();
    for (const row of used) stories.set(row.event, (stories.get(row.event) || new Set()).add(row.source));
    const told = plural(new Set(used.map((row) => row.source)).size, "source");
    const shared = [...stories].filter(([story, sources]) => story && sources.size > 1).length;
    const more = shared ? `${shared === 1 ? "1 story" : `${shared} stories`} told by several of them.`
      : "No story is told by two of them: give articles on one event the same story in the table.";
    $("ready").textContent = `${plural(used.length, "article")}, ${told}. ${more}`;
  }

  function showPacks() {
    $("packs").replaceChildren(...state.packs.map((pack) => {
      const line = make("p", "", { className: "tick" });
      const box = make("input", "", { type: "checkbox", id: `pack-${pack.id}`, value: pack.id, checked: pack.proposed });
      box.addEventListener("change", () => { packsTouched = true; });
      const label = make("label", pack.title, { htmlFor: box.id });
      line.append(box, label);
      return line;
    }));
    const proposed = state.packs.filter((pack) => pack.proposed).map((pack) => pack.title);
    $("pack-head").textContent = `Topics: ${proposed.join("; ") || "none found"}`;
  }

  function showRuns() {
    const runs = state.runs;
    $("earlier").hidden = runs.length < 2;
    $("earlier").querySelector("ul").replaceChildren(...runs.map((run) => {
      const button = make("button", `${run.number}: ${run.title}`, { type: "button", className: "quiet" });
      button.setAttribute("aria-pressed", String(run.number === shown));
      button.addEventListener("click", () => { openRun(run.number); showRuns(); });
      const item = make("li");
      item.append(button);
      return item;
    }));
    if (!shown && runs.length) openRun(runs.length);
    const run = runs[shown - 1];
    if (run && run.lessons.length !== lessons) showLessons(run);
  }

  function openRun(number) {
    if (number === shown || !state.runs[number - 1]) return;
    shown = number;
    const run = state.runs[number - 1], at = `runs/${number}`;
    $("s-report").hidden = false;
    $("report-title").textContent = `The report: ${run.title}`;
    $("report").src = `${at}/report`;
    const saves = [["pdf", "Save as PDF"], ["page", "Save as page"], ["pictures", "Save pictures (zip)"], ["tables", "Save tables (zip)"]];
    const links = saves.map(([kind, words]) => make("a", words, { href: `${at}/${kind}`, className: "button", download: "" }));
    links.push(make("a", "Open in a tab of its own", { href: `${at}/report`, className: "button", target: "_blank", rel: "noopener" }));
    $("saves").replaceChildren(...links);
    $("l-story").replaceChildren(...run.stories.map((story, place) =>
      make("option", `${story.title} (${plural(story.sources, "source")})`, { value: String(place) })));
    const best = run.stories.reduce((top, story, place) => (story.sources > run.stories[top].sources ? place : top), 0);
    if (run.stories.length) $("l-story").value = String(best);
    showLessons(run);
  }

  function showLessons(run) {
    lessons = run.lessons.length;
    $("lessons").replaceChildren(...run.lessons.map((title, place) => {
      const item = make("li");
      const href = `runs/${run.number}/lessons/${place + 1}`;
      item.append(make("a", `Save lesson ${place + 1}: ${title} (zip)`, { href, className: "button", download: "" }));
      return item;
    }));
  }

  async function addFiles(list) {
    if (!list.length) return;
    const form = new FormData();
    for (const file of list) form.append("files", file, file.name);
    await send("add", form, "read");
    $("files").value = "";
  }

  $("files").addEventListener("change", () => addFiles([...$("files").files]));
  for (const kind of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(kind, (event) => {
      event.preventDefault();
      $("drop").classList.toggle("over", kind === "dragover");
      if (kind === "drop" && event.dataTransfer && !(state && state.busy)) addFiles([...event.dataTransfer.files]);
    });
  }
  $("paste").addEventListener("submit", async (event) => {
    event.preventDefault();
    const form = new FormData();
    for (const name of ["source", "title", "text"]) form.append(name, $(`paste-${name}`).value);
    if (await send("add", form, "read")) {
      $("paste").reset();
      $("paste-source").focus();
    }
  });
  $("clear").addEventListener("click", async () => {
    if (await send("clear", {})) {
      say("All articles are removed.");
      $("files").focus();
    }
  });
  $("compare").addEventListener("click", () => {
    const ticked = [...document.querySelectorAll("#packs input:checked")].map((box) => box.value);
    send("compare", { packs: packsTouched ? ticked : null }, "compare");
  });
  $("lesson").addEventListener("submit", (event) => {
    event.preventDefault();
    send(`runs/${shown}/lesson`, {
      story: Number($("l-story").value), minutes: Number($("l-minutes").value), paper: $("l-paper").value, blind: $("l-blind").checked,
    }, "lesson");
  });
  $("stop").addEventListener("click", async () => {
    if (await ask("stop", {})) end("The program has stopped. You can close this page.");
  });
  look();
})();
