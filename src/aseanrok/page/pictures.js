/* What every picture is made of: words in two languages, dates, marks and their shapes.

   Everything that comes from the data is written as text, never as markup. */
const picturing = (() => {
  const WORDS = {
    table: ["The same as a table: {n} rows", "표로 보기: {n}행"],
    row: ["The same as a table: 1 row", "표로 보기: 1행"],
    keys: ["Arrow keys go from mark to mark, Enter opens the card.", "화살표 키로 이동하고 Enter 키로 카드를 엽니다."],
    nothing: ["Nothing is recorded for this choice.", "이 조건에 해당하는 기록이 없습니다."],
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

  const number = (value) =>
    new Intl.NumberFormat(korean() ? "ko" : "en-GB", { maximumFractionDigits: 2 }).format(value);

  /* A value of a row as people read it, with the mark of one that is not certain. */
  const told = (table, row, field) => archive.value(table, row, field, app.lang) + archive.mark(table, row, field);

  /* The marks of the values in texts, each once. */
  function marksOf(texts) {
    const found = texts.map((text) => (String(text).match(/ [*~]+(?=:|$)/g) || []).join("")).join("");
    return ["*", "~"].filter((each) => found.includes(each)).join("");
  }

  /* The mark of a row: a shape that opens its card, with all that it says in its label, and what makes it doubtful. */
  function mark(row, lines, x, y, name, ...shape) {
    lines = lines.filter(Boolean);
    lines.push(...tables.meanings(marksOf(lines)));
    return svg(
      "g",
      {
        class: `picture-mark ${name}`,
        role: "button",
        tabindex: "-1",
        "aria-label": lines.join(", "),
        "data-id": row.id,
        "data-x": x,
        "data-y": y,
        "data-tip": lines.join("\n"),
        transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
      },
      ...shape,
    );
  }

  /* A sign of the legend: its shape as in the drawing, and what it means. */
  const sign = (words, ...shape) =>
    h(
      "li",
      {},
      svg(
        "svg",
        {
          viewBox: "-10 -9 20 18",
          width: 20,
          height: 18,
          "aria-hidden": "true",
        },
        ...shape,
      ),
      h("span", {}, words),
    );

  const shape = {
    circle: (size, name) => svg("circle", { r: size, class: name }),
    square: (size, name) => svg("rect", { x: -size, y: -size, width: 2 * size, height: 2 * size, class: name }),
    diamond: (size, name) => svg("path", { d: `M0 ${-size}L${size} 0L0 ${size}L${-size} 0Z`, class: name }),
    triangle: (size, name) =>
      svg("path", { d: `M0 ${-size}L${size} ${size * 0.8}L${-size} ${size * 0.8}Z`, class: name }),
    down: (size, name) => svg("path", { d: `M0 ${size}L${size} ${-size * 0.8}L${-size} ${-size * 0.8}Z`, class: name }),
    cross: (size, name) =>
      svg("path", { d: `M${-size} ${-size}L${size} ${size}M${size} ${-size}L${-size} ${size}`, class: name }),
    bar: (size, name) => svg("path", { d: `M${-size} 0H${size}M0 ${-size}V${size}`, class: name }),
  };

  /* Lines across, for what is promised or of another kind: told apart without colour too. */
  const hatching = (id) =>
    svg(
      "pattern",
      { id, width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      svg("rect", { width: 5, height: 5, class: "picture-hatch-paper" }),
      svg("line", { x1: 0, x2: 0, y1: 0, y2: 5, class: "picture-hatch-line" }),
    );

  /* A word of the data as a sentence holds it: without the hyphens of a code. */
  const worded = (table, field, value) => archive.word(table, field, value, app.lang).replaceAll("-", " ");

  return {
    WORDS,
    say,
    korean,
    fresh,
    chosen,
    year,
    years,
    moment,
    number,
    worded,
    told,
    marksOf,
    mark,
    sign,
    shape,
    hatching,
  };
})();
