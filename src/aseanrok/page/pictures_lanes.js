/* The lanes of the timeline: which sign an act has, where it stands, and how those of one week lie on each other. */
const lanesOfActs = (() => {
  const { say, worded, shape, moment, told, mark } = picturing;
  const NONE = ["No framework", "협의체 없음"];
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

  function lanes(rows) {
    const known = new Map(archive.rows("frameworks").map((row) => [row.id, row]));
    const found = new Map();
    for (const row of rows) {
      for (const id of row.frameworks && row.frameworks.length ? row.frameworks : [""]) {
        if (!found.has(id)) found.set(id, []);
        found.get(id).push(row);
      }
    }
    const name = (id, lang) => (known.has(id) ? archive.label(known.get(id), lang) : say(NONE));
    const brief = (id, lang) =>
      (lang === "en" && name(id, lang).length > 28 && known.get(id).abbreviation) || name(id, lang);
    return [...found]
      .map(([id, of]) => ({ id, of, name: name(id, app.lang), other: brief(id, app.lang === "ko" ? "en" : "ko") }))
      .sort((a, b) => b.of.length - a.of.length || (a.id < b.id ? -1 : 1));
  }

  function lines(row) {
    const status = row.status ? told("timeline", row, "status") : "";
    return [
      ...["title", "date", "place"].map((field) => told("timeline", row, field)),
      [worded("timeline", "kind", row.kind), status].filter(Boolean).join(", "),
    ];
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

  const broken = (name) =>
    name.split(" ").reduce((all, word) => {
      const last = all[all.length - 1];
      if (last && (last + word).length < 31) all[all.length - 1] = `${last} ${word}`;
      else all.push(word);
      return all;
    }, []);

  /* About how wide a text of a size is: a Korean letter is as wide as it is high. */
  const wide = (text, size) => [...text].reduce((sum, each) => sum + (each > "\u1100" ? size : 0.6 * size), 0);

  /* The name of a lane in both languages, with the number of its marks; broken over lines beside the lane. Above it, in
     a line of `room`, the other language is left out where there is no place for it. */
  function named(lane, room) {
    const count = ` · ${lane.of.length}`;
    if (room) {
      const other = ` ${lane.other}${count}`;
      const isTaken = wide(lane.name, 13) + wide(other, 11) > room - 6;
      return [svg("tspan", { x: 6 }, lane.name), svg("tspan", { class: "picture-small" }, isTaken ? count : other)];
    }
    const names = broken(lane.name);
    const other = lane.other + count;
    return [
      ...names.map((each, index) => svg("tspan", { x: 8, dy: index ? 14 : 0 }, each)),
      svg("tspan", { class: "picture-small", x: 8, dy: 15 }, other),
    ];
  }

  const monthName = (month) =>
    new Intl.DateTimeFormat(app.lang === "ko" ? "ko" : "en-GB", { month: "short", timeZone: "UTC" }).format(
      new Date(Date.UTC(2024, month, 1)),
    );

  function ticks(from, to, x) {
    const wide = x(from + 1) - x(from);
    const step = [1, 2, 5, 10, 20].find((each) => each * wide >= 38) || 50;
    return Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((each) => each % step === 0);
  }

  const gutterOf = (width) => (width < 720 ? 6 : 226);

  function drawn(rows, [from, to], width, title) {
    const narrow = width < 720;
    const gutter = gutterOf(width);
    const x = (when) => ((Math.min(to + 0.99, Math.max(when, from)) - from) / (to + 1 - from)) * (width - gutter - 10);
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
      bands.append(
        svg("rect", { x: 0, y, width, height: tall, class: index % 2 ? "picture-band" : "picture-band picture-odd" }),
      );
      const label = svg("text", { class: "picture-lane", y: y + (narrow ? 16 : 20) }, named(lane, narrow && width));
      const group = svg("g", { class: "picture-row", role: "group", "aria-label": `${lane.name}: ${lane.of.length}` });
      for (const { row, x: at, level } of placed) {
        const of = nature(row);
        const made = mark(
          row,
          lines(row),
          gutter + at,
          y + tall - 9 - level * cell,
          `picture-of-${of}`,
          svg("rect", { x: -cell / 2, y: -cell / 2, width: cell, height: cell, class: "picture-hit" }),
          svg("g", { transform: `scale(${cell / CELL})` }, ...SIGNS[of](isOpen(row))),
        );
        made.dataset.when = moment(row.date);
        group.append(made);
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
        if (month % 12 && month % 3 === 0)
          grid.append(svg("text", { class: "picture-month", x: at + 2, y: 15 }, monthName(month % 12)));
      }
    }
    return svg(
      "svg",
      {
        class: "picture-drawing",
        width,
        height: y + 24,
        viewBox: `0 0 ${width} ${y + 24}`,
        role: "group",
        "aria-label": title,
      },
      bands,
      grid,
      drawing,
    );
  }

  return { SIGNS, isOpen, nature, lanes, gutterOf, drawn };
})();
