/* Every dated act, a lane for each framework; summits stand out, what was not held is hollow. */
(() => {
  const { say, worded, sign, shape, year, moment, inWords, mark, frame, room, go } = picturing;
  const TITLE = ["Timeline", "연표"];
  const ABOUT = ["Every dated act, a lane for each framework. Zoom in for the days.", "날짜가 있는 모든 사항을 협의체별로 보여 줍니다. 확대하면 날짜까지 보입니다."];
  const W = {
    summary: ["{n} acts of {lanes} frameworks from {from} to {to}; {summits} of them are summits.{open}",
      "{from}년부터 {to}년까지 {lanes}개 협의체의 {n}건이며, 그중 정상회의는 {summits}건입니다.{open}"],
    open: [" {n} are not recorded as held, and hollow.", " 개최로 기록되지 않은 {n}건은 속이 빈 표시입니다."],
    before: ["{n} acts lie outside these years.", "이 기간 밖에 {n}건이 더 있습니다."],
    from: ["From", "시작"], to: ["to", "끝"], years: ["Years shown", "표시 기간"],
    nearer: ["Nearer", "확대"], farther: ["Farther", "축소"], earlier: ["Earlier", "이전"], later: ["Later", "이후"],
    all: ["All years", "전체 기간"],
    hint: ["Ctrl and the wheel, or + and -, zoom.", "Ctrl+휠 또는 +, - 키로 확대·축소합니다."],
    summit: ["Summit", "정상회의"], meeting: ["Other meeting", "그 밖의 회의"], text: ["Document", "문서"],
    other: ["Any other act", "그 밖의 사항"], hollow: ["Not recorded as held", "개최로 기록되지 않음"],
    none: ["No framework", "협의체 없음"],
    date: ["Date", "날짜"], act: ["Act", "내용"], lane: ["Framework", "협의체"], kind: ["Kind", "종류"],
    status: ["Status", "상태"],
    caption: ["Acts from {from} to {to}, oldest first", "{from}년-{to}년의 사항, 오래된 순"],
  };
  const SIGNS = {
    summit: (open) => [shape.diamond(6.4, open ? "picture-summit picture-open" : "picture-summit")],
    meeting: (open) => [shape.circle(3.6, open ? "picture-a picture-open" : "picture-a")],
    text: (open) => [shape.square(3.3, open ? "picture-c picture-open" : "picture-c")],
    other: (open) => [shape.triangle(3.9, open ? "picture-d picture-open" : "picture-d")],
  };
  const CELL = 9.5;

  /* Few years leave room for larger marks. */
  const cellOf = ([from, to]) => (to - from < 4 ? 14 : to - from < 10 ? 11.5 : CELL);

  const isOpen = (row) => Boolean(row.status) && row.status !== "held";

  function nature(row) {
    if (row.kind === "summit") return "summit";
    if (row.table === "meetings") return "meeting";
    return row.table === "documents" ? "text" : "other";
  }

  /* The years to show: those of the address, or all but the few acts long before the rest. */
  function span(rows, state) {
    const all = rows.map((row) => year(row.date)).filter((each) => each !== null).sort((a, b) => a - b);
    const whole = [all[0], all[all.length - 1]];
    const given = [year(state.since || ""), year(state.until || "")];
    const usual = all.length > 60 ? all[Math.floor(all.length * 0.045)] : whole[0];
    const from = given[0] === null ? (given[1] === null ? usual : whole[0]) : given[0];
    return { whole, shown: [from, Math.max(from, given[1] === null ? whole[1] : given[1])] };
  }

  function lanes(rows) {
    const known = new Map(archive.rows("frameworks").map((row) => [row.id, row]));
    const found = new Map();
    for (const row of rows) {
      for (const id of row.frameworks && row.frameworks.length ? row.frameworks : [""]) {
        if (!found.has(id)) found.set(id, []);
        found.get(id).push(row);
      }
    }
    const name = (id, lang) => (known.has(id) ? archive.label(known.get(id), lang) : say(W.none));
    const brief = (id, lang) => (lang === "en" && name(id, lang).length > 28 && known.get(id).abbreviation) || name(id, lang);
    return [...found].map(([id, of]) => ({ id, of, name: name(id, app.lang), other: brief(id, app.lang === "ko" ? "en" : "ko") }))
      .sort((a, b) => b.of.length - a.of.length || (a.id < b.id ? -1 : 1));
  }

  function lines(row) {
    const status = row.status ? worded("timeline", "status", row.status) : "";
    const place = app.lang === "ko" ? row.place_ko || row.place : row.place;
    const disputed = row.disputed && row.disputed.length ? `* ${say(picturing.WORDS.disputed)}` : "";
    return [archive.label(row, app.lang, "timeline"), inWords(row.date), place,
      [worded("timeline", "kind", row.kind), status].filter(Boolean).join(", "), disputed];
  }

  /* Acts that would lie on each other are stacked, summits first. */
  function stacked(rows, x, height, cell) {
    const columns = new Map();
    for (const row of rows) {
      const column = Math.floor(x(moment(row.date)) / cell);
      if (!columns.has(column)) columns.set(column, []);
      columns.get(column).push(row);
    }
    const placed = [];
    for (const [column, of] of columns) {
      of.sort((a, b) => (nature(b) === "summit") - (nature(a) === "summit") || (a.date < b.date ? -1 : 1));
      of.forEach((row, level) => placed.push({ row, x: (column + 0.5) * cell, level }));
    }
    placed.sort((a, b) => a.x - b.x || a.level - b.level);
    return { placed, height: Math.max(height, (1 + Math.max(0, ...placed.map((each) => each.level))) * cell + 14) };
  }

  const broken = (name) => name.split(" ").reduce((all, word) => {
    const last = all[all.length - 1];
    if (last && (last + word).length < 31) all[all.length - 1] = `${last} ${word}`;
    else all.push(word);
    return all;
  }, []);

  /* The name of a lane in both languages, with the number of its marks; broken over lines beside the lane. */
  function named(lane, narrow) {
    if (narrow) {
      const other = lane.name.length + lane.other.length > 48 ? "" : ` ${lane.other}`;
      return [svg("tspan", { x: 6 }, lane.name), svg("tspan", { class: "picture-small" }, `${other} · ${lane.of.length}`)];
    }
    const names = broken(lane.name);
    const other = `${lane.other} · ${lane.of.length}`;
    return [...names.map((each, index) => svg("tspan", { x: 8, dy: index ? 14 : 0 }, each)),
      svg("tspan", { class: "picture-small", x: 8, dy: 15 }, other)];
  }

  const monthName = (month) => new Intl.DateTimeFormat(app.lang === "ko" ? "ko" : "en-GB", { month: "short", timeZone: "UTC" })
    .format(new Date(Date.UTC(2024, month, 1)));

  function ticks(from, to, x) {
    const wide = x(from + 1) - x(from);
    const step = [1, 2, 5, 10, 20].find((each) => each * wide >= 38) || 50;
    return Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((each) => each % step === 0);
  }

  function drawn(rows, [from, to], width) {
    const narrow = width < 720;
    const gutter = narrow ? 6 : 226;
    const x = (when) => ((when - from) / (to + 1 - from)) * (width - gutter - 10);
    const head = narrow ? 22 : 0;
    const cell = cellOf([from, to]);
    const drawing = svg("g", {});
    let y = 26;
    const marked = ticks(from, to, x);
    const grid = svg("g", { class: "picture-grid" });
    const bands = svg("g", {});
    lanes(rows).forEach((lane, index) => {
      const { placed, height } = stacked(lane.of, x, narrow ? 26 : 34 + 15 * broken(lane.name).length, cell);
      const tall = height + head;
      bands.append(svg("rect", { x: 0, y, width, height: tall, class: index % 2 ? "picture-band" : "picture-band picture-odd" }));
      const label = svg("text", { class: "picture-lane", y: y + (narrow ? 16 : 20) },
        named(lane, narrow));
      const group = svg("g", { class: "picture-row", role: "group", "aria-label": `${lane.name}: ${lane.of.length}` });
      for (const { row, x: at, level } of placed) {
        const of = nature(row);
        group.append(mark(row, lines(row), gutter + at, y + tall - 9 - level * cell, `picture-of-${of}`,
          svg("rect", { x: -cell / 2, y: -cell / 2, width: cell, height: cell, class: "picture-hit" }), svg("g", { transform: `scale(${cell / CELL})` }, ...SIGNS[of](isOpen(row)))));
      }
      drawing.append(label, group);
      y += tall;
    });
    for (const each of marked) {
      grid.append(svg("line", { x1: gutter + x(each), x2: gutter + x(each), y1: 22, y2: y }));
      for (const at of [15, y + 17]) grid.append(svg("text", { x: gutter + x(each) + 2, y: at }, String(each)));
    }
    if (x(from + 1) - x(from) > 240) {
      for (let month = 1; month < (to - from + 1) * 12; month += 1) {
        const at = gutter + x(from + month / 12);
        if (month % 12) grid.append(svg("line", { class: "picture-rule", x1: at, x2: at, y1: 26, y2: y }));
        if (month % 12 && month % 3 === 0) grid.append(svg("text", { class: "picture-month", x: at + 2, y: 15 }, monthName(month % 12)));
      }
    }
    return svg("svg", { class: "picture-drawing", width, height: y + 24, viewBox: `0 0 ${width} ${y + 24}`, role: "group",
      "aria-label": say(TITLE) }, bands, grid, drawing);
  }

  function controls({ whole, shown }, outside) {
    const [from, to] = shown;
    const zoom = (by) => {
      const middle = (from + to) / 2;
      const half = Math.max(0, ((to - from + 1) * by) / 2 - 0.5);
      return [Math.max(whole[0], Math.round(middle - half)), Math.min(whole[1], Math.round(middle + half))];
    };
    const shift = (by) => {
      const step = Math.max(1, Math.round((to - from + 1) / 3)) * by;
      const bound = Math.max(whole[0] - from, Math.min(whole[1] - to, step));
      return [from + bound, to + bound];
    };
    const set = ([first, last], key) => go({ since: String(first), until: String(last) }, key);
    const button = (key, words, sign, range, off) => h("button", { type: "button", "data-key": key, disabled: off,
      "aria-label": say(words), title: say(words), onclick: () => set(range, key) }, sign);
    const box = (key, words, value) => h("label", {}, `${say(words)} `, h("input", { type: "number", "data-key": key,
      min: whole[0], max: whole[1], value, onchange: (event) => {
        const typed = Math.max(whole[0], Math.min(whole[1], Number(event.target.value) || value));
        set(key === "from" ? [typed, Math.max(typed, to)] : [Math.min(from, typed), typed], key);
      } }));
    const keys = { "+": zoom(0.5), "=": zoom(0.5), "-": zoom(2), 0: whole, PageUp: shift(-1), PageDown: shift(1) };
    return {
      keys, zoom, set,
      bar: h("div", { class: "picture-controls", role: "group", "aria-label": say(W.years) },
        box("from", W.from, from), box("to", W.to, to),
        button("nearer", W.nearer, "+", zoom(0.5), from === to), button("farther", W.farther, "−", zoom(2), from === whole[0] && to === whole[1]),
        button("earlier", W.earlier, "‹", shift(-1), from <= whole[0]), button("later", W.later, "›", shift(1), to >= whole[1]),
        h("button", { type: "button", "data-key": "all", onclick: () => set(whole, "all") }, say(W.all)),
        h("span", { class: "picture-hint" }, outside ? `${say(W.before, { n: outside })} ` : "", say(W.hint))),
    };
  }

  function draw(container, state) {
    const all = picturing.chosen("timeline", { ...state, since: "", until: "" }).filter((row) => year(row.date) !== null);
    if (!all.length) return void frame(container, { rows: [] });
    const range = span(all, state);
    const [from, to] = range.shown;
    const rows = all.filter((row) => moment(row.date) >= from && moment(row.date) < to + 1);
    const open = rows.filter(isOpen).length;
    const steer = controls(range, all.length - rows.length);
    const inner = frame(container, {
      title: say(TITLE), controls: steer.bar, scroll: false,
      drawing: rows.length ? drawn(rows, range.shown, room(container)) : null,
      summary: say(W.summary, { n: rows.length, lanes: lanes(rows).length, from, to,
        summits: rows.filter((row) => nature(row) === "summit").length, open: open ? say(W.open, { n: open }) : "" }),
      legend: ["summit", "meeting", "text", "other"].map((each) => sign(say(W[each]), ...SIGNS[each](false)))
        .concat(sign(say(W.hollow), svg("g", { transform: "translate(-5 0)" }, SIGNS.summit(true)), svg("g", { transform: "translate(6 0)" }, SIGNS.meeting(true)))),
      caption: say(W.caption, { from, to }), headings: [W.act, W.date, W.lane, W.kind, W.status].map((each) => say(each)),
      rows: rows.map((row) => ({ id: row.id, cells: [archive.label(row, app.lang, "timeline"), row.date,
        (row.frameworks || []).map((id) => archive.label(archive.row(id), app.lang)).join(", "),
        worded("timeline", "kind", row.kind),
        row.status ? worded("timeline", "status", row.status) : ""] })),
    });
    if (!inner) return;
    inner.addEventListener("keydown", (event) => {
      if (!(event.key in steer.keys) || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      steer.set(steer.keys[event.key], "drawing");
    });
    inner.dataset.key = "drawing";
    inner.setAttribute("tabindex", "-1");
    inner.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      steer.set(steer.zoom(event.deltaY < 0 ? 0.7 : 1.4));
    }, { passive: false });
  }

  picturing.picture("timeline", TITLE, ABOUT, draw);
})();
