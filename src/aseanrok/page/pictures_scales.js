/* What pictures of amounts share: one unit to an axis, round steps, and years without a record shown as such. */
const scales = (() => {
  const { say, korean, number } = picturing;
  const W = {
    thousand: ["thousand", ""],
    million: ["million", "만"],
    billion: ["billion", "억"],
    gaps: ["not recorded: {years}", "기록 없음: {years}"],
    gap: ["not recorded", "기록 없음"],
  };

  /* What is counted, as the amounts in Korean say it; the data names it in English alone. */
  function unitName(rows) {
    if (!korean()) return rows[0].unit;
    for (const row of [...rows, ...archive.rows(rows[0].table).filter(({ unit }) => unit === rows[0].unit)]) {
      const found = !row.qualifier && row.stated_ko && /[\d,.]+\s*[천백만억조]*\s*(\D*)$/.exec(row.stated_ko);
      if (found && found[1].trim()) return found[1].trim();
    }
    return rows[0].unit;
  }

  /* By what the amounts are divided so that they can be read, and what the axis is called then. */
  function measure(rows) {
    const most = Math.max(...rows.map((row) => Math.abs(row.value)));
    const unit = unitName(rows);
    const steps = korean()
      ? [
          [1e8, W.billion],
          [1e4, W.million],
        ]
      : [
          [1e9, W.billion],
          [1e6, W.million],
          [1e5, W.thousand],
        ];
    const found = steps.find(([size]) => most >= size * (korean() ? 10 : 1));
    if (!found || unit === "percent") return { by: 1, name: unit };
    return { by: found[1] === W.thousand ? 1e3 : found[0], name: `${say(found[1])} ${unit}` };
  }

  /* Round steps from nought, or below the lowest amount where that is well below it, to above the highest one. */
  function rounds(most, wanted = 4, least = 0) {
    const rough = Math.max(most, -least) / wanted || 1;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 2.5, 5, 10].map((each) => each * power).find((each) => each >= rough);
    const below = -least / step > 0.1 ? Math.ceil(-least / step) : 0;
    const above = most > 0 ? Math.ceil(most / step + 0.001) : 0;
    return Array.from({ length: below + above + 1 }, (_, index) => (index - below) * step);
  }

  const digits = (value, by) => {
    const said = value / by;
    return number(said >= 100 ? Math.round(said) : Math.round(said * 10) / 10);
  };

  /* What is written after an amount that is not certain. */
  const stars = (row) => archive.mark(row.table, row, "stated").trim();

  /* The years between the first and the last that have nothing, as pairs. */
  function gaps(having, first, last) {
    const found = [];
    for (let at = first; at <= last; at += 1) {
      if (having.has(at)) continue;
      const open = found[found.length - 1];
      if (open && open[1] === at - 1) open[1] = at;
      else found.push([at, at]);
    }
    return found;
  }

  const gapWords = (found) =>
    found.length ? say(W.gaps, { years: found.map(([a, b]) => (a === b ? a : `${a}-${b}`)).join(", ") }) : "";

  /* The strip along the foot that says so, with the words where there is room for them. */
  function strips(found, x, wide, y) {
    return found.map(([a, b]) => {
      const left = x(a) - wide / 2 + 2;
      const long = x(b) - x(a) + wide - 4;
      return svg(
        "g",
        { class: "picture-gap", "aria-hidden": "true" },
        svg("line", { x1: left, x2: left + long, y1: y - 2, y2: y - 2 }),
        long > 80 ? svg("text", { x: left + long / 2, y: y - 7 }, say(W.gap)) : null,
      );
    });
  }

  function axis(first, last, x, wide, y) {
    const step = [1, 2, 5, 10].find((each) => each * wide >= 34) || 20;
    const group = svg("g", { class: "picture-axis", "aria-hidden": "true" });
    for (let at = first; at <= last; at += 1) {
      if (at % step === 0 || last - first < 3) group.append(svg("text", { x: x(at), y: y + 14 }, String(at)));
    }
    return group;
  }

  function levels(steps, by, y, left, width, said = true) {
    return svg(
      "g",
      { class: "picture-levels", "aria-hidden": "true" },
      steps.map((step) => [
        svg("line", { x1: left, x2: width, y1: y(step), y2: y(step), class: step === 0 ? "picture-foot" : null }),
        said ? svg("text", { x: left - 5, y: y(step) + 3.5 }, number(step / by)) : null,
      ]),
    );
  }

  return { measure, rounds, digits, stars, gaps, gapWords, strips, axis, levels };
})();
