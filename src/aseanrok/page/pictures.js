/* What every picture is made of: elements, words in two languages, dates, marks that keys reach, and the frame with
   the table behind it. Everything that comes from the data is written as text, never as markup. */
const picturing = (() => {
  const WORDS = {
    table: ["The same as a table: {n} rows", "표로 보기: {n}행"],
    keys: ["Arrow keys go from mark to mark, Enter opens the card.", "화살표 키로 이동하고 Enter 키로 카드를 엽니다."],
    nothing: ["Nothing is recorded for this choice.", "이 조건에 해당하는 기록이 없습니다."],
    undated: ["no date recorded", "날짜 미상"],
    disputed: ["sources differ", "출처 상충"],
    derived: ["worked out here", "산출값"],
    notRecorded: ["not recorded", "기록 없음"],
    nth: ["No. {n}", "제{n}차"],
    drawing: ["Picture: {title}", "그림: {title}"],
  };
  let count = 0;

  const korean = () => app.lang === "ko";

  function say(words, values = {}) {
    const text = words[korean() ? 1 : 0];
    return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  }

  const fresh = (name) => `picture-${name}-${(count += 1)}`;

  /* Dates are EDTF: a year, a month, a day, or two of them with a slash; an open end is "..". */
  const ends = (date) => (date.includes("/") ? date.split("/") : [date, date]);
  const known = (date) => ends(date).filter((end) => /^\d{4}/.test(end));

  function year(date) {
    const points = date ? known(date) : [];
    return points.length ? Number(points[0].slice(0, 4)) : null;
  }

  function years(date) {
    const [first, last] = date ? ends(date).map((end) => (/^\d{4}/.test(end) ? Number(end.slice(0, 4)) : null)) : [];
    if (first === null || last === null || first === undefined) return [];
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  }

  /* Where in the years a date stands: the middle of what is known of it, 2011.5 for "2011". */
  function moment(date) {
    const points = date ? known(date) : [];
    if (!points.length) return null;
    const [whole, month, day] = points[0].split("-").map((part) => parseInt(part, 10));
    if (!month) return whole + 0.5;
    return whole + (month - 1 + (day ? (day - 0.5) / 31 : 0.5)) / 12;
  }

  const inWords = (date) => (date ? archive.date(date, app.lang) : say(WORDS.undated));

  /* The rows that the filters of the address leave, by the framework and the date that the table declares. */
  function chosen(table, state) {
    const [dated] = archive.having(table, "date");
    const wanted = (state.framework || "").split(",").filter(Boolean);
    const from = year(state.since || "") ?? -Infinity;
    const to = year(state.until || "") ?? Infinity;
    return archive.rows(table).filter((row) => {
      const frameworks = row.frameworks || (row.framework ? [row.framework] : []);
      if (wanted.length && !wanted.some((each) => frameworks.includes(each))) return false;
      if (from === -Infinity && to === Infinity) return true;
      const [first, last] = archive.years(row[dated]);
      return row[dated] ? (last ?? Infinity) >= from && (first ?? -Infinity) <= to : false;
    });
  }

  const number = (value) => new Intl.NumberFormat(korean() ? "ko" : "en-GB", { maximumFractionDigits: 2 }).format(value);

  /* The mark of a row: a shape that opens its card, with all that it says in its label. */
  function mark(row, lines, x, y, name, ...shape) {
    return svg("g", {
      class: `picture-mark ${name}`, role: "button", tabindex: "-1", "aria-label": lines.filter(Boolean).join(", "),
      "data-id": row.id, "data-x": x, "data-y": y, "data-tip": lines.filter(Boolean).join("\n"),
      transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
    }, ...shape);
  }

  function place(element) {
    const box = element.getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];
  }

  /* The nearest mark in a direction: along the row for left and right, the nearest of the next row for up and down. */
  function towards(marks, from, key) {
    const across = key === "ArrowLeft" || key === "ArrowRight";
    const sign = key === "ArrowLeft" || key === "ArrowUp" ? -1 : 1;
    const [x, y] = place(from);
    let best = null;
    for (const each of marks) {
      if (each === from) continue;
      const [otherX, otherY] = place(each);
      const ahead = sign * (across ? otherX - x : otherY - y);
      const aside = Math.abs(across ? otherY - y : otherX - x);
      if (ahead < 1) continue;
      const far = ahead + aside * (across ? 6 : 3);
      if (best === null || far < best.far) best = { each, far };
    }
    return best && best.each;
  }

  /* One stop for the tab key; arrows go on from there, Enter and a click open the card. */
  function reach(root, tip) {
    const marks = () => [...root.querySelectorAll(".picture-mark")];
    const all = marks();
    if (all.length) all[all.length - 1].setAttribute("tabindex", "0");
    const at = (event) => event.target.closest && event.target.closest(".picture-mark");
    const show = (element) => {
      const [x, y] = place(element);
      const frame = tip.parentElement.getBoundingClientRect();
      tip.textContent = element.dataset.tip;
      tip.hidden = false;
      const half = tip.offsetWidth / 2;
      const left = Math.max(half, Math.min(frame.width - half, x - frame.left));
      const above = y - frame.top - tip.offsetHeight - 14;
      tip.style.left = `${left}px`;
      tip.style.top = `${above < -20 ? y - frame.top + 16 : above}px`;
    };
    root.addEventListener("mouseover", (event) => { if (at(event)) show(at(event)); });
    root.addEventListener("mouseout", (event) => { if (at(event)) tip.hidden = true; });
    root.addEventListener("focusin", (event) => {
      const found = at(event);
      if (!found) return;
      for (const each of root.querySelectorAll('.picture-mark[tabindex="0"]')) each.setAttribute("tabindex", "-1");
      found.setAttribute("tabindex", "0");
      found.scrollIntoView({ block: "nearest", inline: "nearest" });
      show(found);
    });
    root.addEventListener("focusout", () => { tip.hidden = true; });
    root.addEventListener("click", (event) => { if (at(event) && at(event).dataset.id) app.open(at(event).dataset.id); });
    root.addEventListener("keydown", (event) => {
      const found = at(event);
      if (event.key === "Escape") tip.hidden = true;
      if (!found || event.ctrlKey || event.metaKey || event.altKey) return;
      let next = null;
      if (event.key.startsWith("Arrow")) next = towards(marks(), found, event.key);
      else if (event.key === "Home") next = marks()[0];
      else if (event.key === "End") next = marks().pop();
      else if ((event.key === "Enter" || event.key === " ") && found.dataset.id) app.open(found.dataset.id);
      else return;
      event.preventDefault();
      if (next) next.focus();
    });
  }

  /* A real table: a caption, headings, and a first cell that names the row. */
  function table(caption, headings, rows) {
    const body = rows.map((row) => h("tr", {}, row.cells.map((cell, index) => {
      const text = cell === null || cell === undefined ? "" : String(cell);
      if (index !== (row.head || 0)) return h("td", {}, text);
      const link = row.id && h("a", { href: `#id=${encodeURIComponent(row.id)}`, "data-open": row.id }, text);
      return h("th", { scope: "row" }, link || text);
    })));
    const made = h("table", {}, h("caption", {}, caption),
      h("thead", {}, h("tr", {}, headings.map((heading) => h("th", { scope: "col" }, heading)))),
      h("tbody", {}, body));
    made.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-open]");
      if (!link) return;
      event.preventDefault();
      app.open(link.dataset.open);
    });
    return made;
  }

  let wanted = null;

  /* Go elsewhere in the address, and keep the keyboard where it was. */
  function go(changes, key) {
    wanted = key || null;
    app.go(changes);
  }

  /* The picture on the page: what it says, its controls, its drawing, its signs, and the table of the same rows. */
  function frame(container, { title, summary, controls, drawing, legend, rows, headings, caption, scroll = true }) {
    const about = fresh("about");
    if (!rows.length) {
      container.replaceChildren(...[controls, h("p", { class: "picture-summary" }, say(WORDS.nothing))].filter(Boolean));
      return null;
    }
    const tip = h("div", { class: "picture-tip", hidden: true, "aria-hidden": "true" });
    const inner = h("div", {
      class: scroll ? "picture-scroll" : "picture-still", role: "group", tabindex: scroll ? "0" : null,
      "aria-label": say(WORDS.drawing, { title }), "aria-describedby": about,
    }, drawing);
    const figure = h("figure", { class: "picture" },
      legend && legend.length ? h("figcaption", {}, h("ul", { class: "picture-legend" }, legend)) : null,
      h("div", { class: "picture-room" }, inner, tip));
    const behind = h("details", { class: "picture-table" },
      h("summary", {}, say(WORDS.table, { n: rows.length })));
    const build = () => {
      if (behind.querySelector("table")) return;
      behind.append(h("div", { class: "picture-scroll", tabindex: "0", role: "group", "aria-label": caption },
        table(caption, headings, rows)));
    };
    behind.addEventListener("toggle", build);
    container.replaceChildren(...[h("p", { class: "picture-summary", id: about }, summary, " ",
      h("span", { class: "picture-keys" }, say(WORDS.keys))), controls, figure, behind].filter(Boolean));
    reach(inner, tip);
    if (wanted) {
      const found = container.querySelector(`[data-key="${CSS.escape(wanted)}"]`);
      wanted = null;
      if (found) found.focus();
    }
    return inner;
  }

  /* A sign of the legend: its shape as in the drawing, and what it means. */
  const sign = (words, ...shape) => h("li", {}, svg("svg", {
    viewBox: "-10 -9 20 18", width: 20, height: 18, "aria-hidden": "true",
  }, ...shape), h("span", {}, words));

  const shape = {
    circle: (size, name) => svg("circle", { r: size, class: name }),
    square: (size, name) => svg("rect", { x: -size, y: -size, width: 2 * size, height: 2 * size, class: name }),
    diamond: (size, name) => svg("path", { d: `M0 ${-size}L${size} 0L0 ${size}L${-size} 0Z`, class: name }),
    triangle: (size, name) => svg("path", { d: `M0 ${-size}L${size} ${size * 0.8}L${-size} ${size * 0.8}Z`, class: name }),
    down: (size, name) => svg("path", { d: `M0 ${size}L${size} ${-size * 0.8}L${-size} ${-size * 0.8}Z`, class: name }),
    cross: (size, name) => svg("path", { d: `M${-size} ${-size}L${size} ${size}M${size} ${-size}L${-size} ${size}`, class: name }),
    bar: (size, name) => svg("path", { d: `M${-size} 0H${size}M0 ${-size}V${size}`, class: name }),
  };

  const SHEET = 1000;
  const drawn = new Map();
  let paper = false;

  /* How wide a picture may be drawn: the room it has, and on paper the width of a sheet. */
  const room = (container) => (paper ? SHEET : Math.max(300, Math.floor(container.clientWidth || 960)));

  /* Draw again what is still on the page, and leave the keyboard at its mark. */
  function again(container) {
    const { draw, state } = drawn.get(container);
    const at = container.contains(document.activeElement) && document.activeElement.dataset.id;
    drawn.get(container).width = room(container);
    draw(container, state);
    const found = at && container.querySelector(`.picture-mark[data-id="${CSS.escape(at)}"]`);
    if (found) found.focus();
  }

  const resized = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (!target.isConnected) {
        resized.unobserve(target);
        drawn.delete(target);
      } else if (!paper && drawn.has(target) && Math.abs(room(target) - drawn.get(target).width) > 4) again(target);
    }
  });

  function onPaper(now) {
    paper = now;
    for (const container of [...drawn.keys()]) if (container.isConnected) again(container);
  }
  addEventListener("beforeprint", () => onPaper(true));
  addEventListener("afterprint", () => onPaper(false));

  /* A picture of the page: drawn when it is asked for, and again when its room changes or it goes to paper. */
  function picture(name, title, about, draw) {
    pictures[name] = {
      title: { en: title[0], ko: title[1] },
      about: { en: about[0], ko: about[1] },
      draw(container, state) {
        for (const each of drawn.keys()) if (!each.isConnected) drawn.delete(each);
        drawn.set(container, { draw, state, width: room(container) });
        draw(container, state);
        resized.observe(container);
      },
    };
  }

  /* Lines across, for what is promised or of another kind: told apart without colour too. */
  const hatching = (id) => svg("pattern", { id, width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    svg("rect", { width: 5, height: 5, class: "picture-hatch-paper" }),
    svg("line", { x1: 0, x2: 0, y1: 0, y2: 5, class: "picture-hatch-line" }));

  /* Begin at the newest years, once the browser has laid the picture out. */
  const newest = (element) => requestAnimationFrame(() => requestAnimationFrame(() => { element.scrollLeft = element.scrollWidth; }));

  /* A drawing wider than the page, in a frame of its own that keys and fingers move. */
  function sliding(drawing, name, width, room) {
    if (width <= room) return drawing;
    const made = h("div", { class: "picture-scroll", role: "group", tabindex: "0", "aria-label": name }, drawing);
    newest(made);
    return made;
  }

  /* A word of the data as a sentence holds it: without the hyphens of a code. */
  const worded = (table, field, value) => archive.word(table, field, value, app.lang).replaceAll("-", " ");

  return { picture, hatching, worded, newest, sliding, WORDS, say, korean, fresh, chosen, year, years, moment, inWords, number, mark, frame, sign, shape, room, go };
})();
