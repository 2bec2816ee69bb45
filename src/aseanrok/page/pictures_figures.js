/* Trade and other figures over the years: a line for each who counts, never over a year that is not recorded. */
(() => {
  const { say, sign, shape, year, told, mark, frame, room, go } = picturing;
  const { measure, rounds, digits, stars, gaps, gapWords, strips, axis, levels } = scales;
  const TITLE = ["Trade and other figures", "교역과 그 밖의 통계"];
  const ABOUT = [
    "Trade, investment, visitors and more, kept apart by who counted.",
    "교역, 투자, 방문객 등의 통계를 집계 기준별로 나누어 보여 줍니다.",
  ];
  const W = {
    summary: [
      "{what}. Figures for whole years: {n}, in charts: {panels}, each of one unit with its own scale. A line joins years that follow each other and that the same office counted.{others}",
      "{what}: 연간 통계 {n}건을 {panels}개의 그림에 나타냈습니다. 그림마다 단위는 하나이며 눈금은 각각 다릅니다. 선은 같은 기관이 집계한 연속된 연도만 잇습니다.{others}",
    ],
    others: [
      " In the table alone, as they are for no whole year or recorded once: {n}.",
      " 한 해 전체의 통계가 아니거나 한 번만 기록된 {n}건은 표에만 있습니다.",
    ],
    none: [
      "No chart can be made of these: none was counted for two whole years in the same way.",
      "같은 기준으로 두 해 이상 한 해 전체를 집계한 통계가 없어 그림으로 나타낼 수 없습니다.",
    ],
    alone: ["{what}.{others}", "{what}.{others}"],
    choose: ["What is measured", "지표"],
    unsaid: ["who counted is not recorded", "집계 기준 기록 없음"],
    gap: ["Years not recorded", "기록 없는 연도"],
    announced: ["Announced before the event", "사전 보도"],
    point: ["One shape for each who counts", "집계 기준마다 다른 모양"],
    caption: ["{what}: every figure recorded", "{what}: 기록된 모든 통계"],
  };
  const SHAPES = ["circle", "square", "triangle", "diamond", "down", "cross", "bar"];
  const LEFT = 44;
  const SMALL = 330;

  const whole = (row) => /^\d{4}$/.test(row.period || "") && typeof row.value === "number";
  const counted = (row) => (row.basis ? row.basis : say(W.unsaid));

  /* A sign in the colour of who counts; the colours begin anew after eight, and the shapes after seven. */
  function hued(element, index) {
    element.style.setProperty("--hue", `var(--c${(index % 8) + 1})`);
    return element;
  }

  function point(index, announced) {
    return hued(shape[SHAPES[index % SHAPES.length]](4.2, announced ? "picture-hollow" : "picture-solid"), index);
  }

  function lines(row) {
    return [
      archive.label(row, app.lang, "statistics"),
      `${told("statistics", row, "period")}: ${told("statistics", row, "stated")}`,
      counted(row),
      row.confidence === "announced" ? say(W.announced) : "",
    ];
  }

  /* The years of one office that follow each other, as lines; a year apart ends a line, and of nobody known there is none. */
  function joined(rows, x, y) {
    const first = new Map();
    for (const row of rows.filter(({ basis }) => basis)) if (!first.has(year(row.period))) first.set(year(row.period), row);
    const runs = [];
    for (const at of [...first.keys()].sort((a, b) => a - b)) {
      const run = runs[runs.length - 1];
      if (run && run[run.length - 1] === at - 1) run.push(at);
      else runs.push([at]);
    }
    return runs
      .filter((run) => run.length > 1)
      .map((run) => run.map((at) => `${x(at)},${y(first.get(at).value)}`).join(" "));
  }

  function panel(rows, full) {
    const all = rows.map((row) => year(row.period));
    const [first, last] = [Math.min(...all), Math.max(...all)];
    const large = rows.length > 9;
    const slots = last - first + 1;
    const wide = Math.max(large ? 22 : 14, Math.min(64, Math.floor(((large ? full : SMALL) - LEFT - 8) / slots)));
    const tall = large ? 260 : 130;
    const width = large ? LEFT + slots * wide + 8 : Math.max(SMALL, LEFT + slots * wide + 8);
    const scaled = measure(rows);
    const values = rows.map((row) => row.value);
    const steps = rounds(Math.max(...values), large ? 5 : 3, Math.min(...values));
    const [bottom, top] = [steps[0], steps[steps.length - 1]];
    const foot = 16 + tall;
    const x = (when) => LEFT + (when - first + 0.5) * wide;
    const y = (value) => foot - ((value - bottom) / (top - bottom)) * tall;
    const bases = new Map();
    for (const row of rows) {
      if (!bases.has(counted(row))) bases.set(counted(row), []);
      bases.get(counted(row)).push(row);
    }
    const ordered = [...bases].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
    const found = gaps(recorded(rows[0]), first, last);
    const under = crowded(rows, x, y);
    const said = !large || (wide >= 30 && new Set(all).size === rows.length);
    const name = archive.label(rows[0], app.lang, "statistics");
    const drawing = svg(
      "svg",
      {
        class: "picture-drawing",
        width,
        height: foot + 20,
        viewBox: `0 0 ${width} ${foot + 20}`,
        role: "group",
        "aria-label": [name, scaled.name, gapWords(found)].filter(Boolean).join(", "),
      },
      levels(steps, scaled.by, y, LEFT, width),
      axis(first, last, x, wide, foot),
      strips(found, x, wide, foot),
      ordered.map(([, of], index) =>
        joined(of, x, y).map((points) => hued(svg("polyline", { points, class: "picture-join" }), index)),
      ),
      ordered.map(([, of], index) =>
        of.map((row) =>
          mark(
            row,
            lines(row),
            x(year(row.period)),
            y(row.value),
            "picture-point",
            svg("circle", { r: 8, class: "picture-hit" }),
            point(index, row.confidence === "announced"),
            !said && stars(row)
              ? svg("text", { x: 5, y: -4, class: "picture-amount picture-start" }, stars(row))
              : null,
            !said
              ? null
              : svg(
                  "text",
                  { y: under.has(row) ? 17 : -9, class: "picture-amount" },
                  `${digits(row.value, scaled.by)}${stars(row)}`,
                ),
          ),
        ),
      ),
    );
    const made = h(
      "div",
      { class: large ? "picture-panel picture-large" : "picture-panel" },
      h("div", { class: "picture-name" }, name),
      h("div", { class: "picture-unit" }, scaled.name),
      picturing.sliding(drawing, name, width, full),
      h(
        "ul",
        { class: "picture-legend picture-bases" },
        ordered.map(([basis], index) => sign(basis, point(index, false))),
      ),
    );
    if (!large) made.style.width = `${width}px`;
    return made;
  }

  /* Whose amount would be written over that of the year before it, and so goes under its point. */
  function crowded(rows, x, y) {
    const found = new Set();
    let last = null;
    for (const row of [...rows].sort((a, b) => a.period - b.period || b.value - a.value)) {
      const near =
        last && x(year(row.period)) - x(year(last.period)) < 32 && Math.abs(y(row.value) - y(last.value)) < 13;
      if (near && !found.has(last)) found.add(row);
      last = row;
    }
    return found;
  }

  const measuredAs = (row) => [row.about, row.indicator, row.unit, row.name].join("|");

  /* The years of which any figure of that name is recorded, if only of some months. */
  function recorded(row) {
    const own = archive.rows("statistics").filter((each) => each.period && measuredAs(each) === measuredAs(row));
    return new Set(
      own.flatMap(({ period }) => {
        const [first, last] = archive.years(period);
        return first === null || last === null ? [first ?? last] : Array.from({ length: last - first + 1 }, (_, at) => first + at);
      }),
    );
  }

  /* Those of some figures that a chart is made of, by chart: of what was counted for several years, whichever are asked for. */
  function grouped(rows) {
    const asked = new Set(rows);
    const panels = new Map();
    for (const row of archive.rows("statistics").filter(whole)) {
      const key = measuredAs(row);
      if (!panels.has(key)) panels.set(key, []);
      panels.get(key).push(row);
    }
    return [...panels.values()]
      .filter((own) => new Set(own.map((row) => row.period)).size > 1)
      .map((own) => own.filter((row) => asked.has(row)))
      .filter((own) => own.length)
      .sort((a, b) => b.length - a.length);
  }

  function draw(container, state) {
    const rows = picturing.chosen("statistics", state);
    const panels = grouped(rows);
    const points = new Map(rows.map((row) => [row.indicator, 0])); // what no chart can be made of is in the table
    for (const own of panels) points.set(own[0].indicator, (points.get(own[0].indicator) || 0) + own.length);
    const indicators = [...points.keys()].sort((a, b) => points.get(b) - points.get(a));
    if (!indicators.length) return void frame(container, { rows: [] });
    const measured = state.measured || indicators[0];
    if (!points.has(measured)) indicators.push(measured); // an address may ask for what nobody counted
    const worded = (indicator) => archive.word("statistics", "indicator", indicator, app.lang).replaceAll("-", " ");
    const select = h(
      "select",
      {
        id: "picture-measured",
        onchange: ({ target }) => go({ measured: target.value }),
      },
      indicators.map((each) => h("option", { value: each, selected: each === measured }, worded(each))),
    );
    const shown = panels.filter((own) => own[0].indicator === measured);
    const drawn = shown.reduce((sum, own) => sum + own.length, 0);
    const own = rows.filter((row) => row.indicator === measured);
    const full = room(container);
    frame(container, {
      title: say(TITLE),
      controls: h("div", { class: "picture-controls" }, h("label", {}, `${say(W.choose)} `, select)),
      scroll: false,
      drawing: h(
        "div",
        { class: "picture-panels" },
        shown.length ? shown.map((each) => panel(each, full)) : h("p", {}, say(W.none)),
      ),
      summary: say(shown.length ? W.summary : W.alone, {
        what: worded(measured).replace(/^./, (letter) => letter.toUpperCase()),
        n: drawn,
        panels: shown.length,
        others: own.length > drawn ? say(W.others, { n: own.length - drawn }) : "",
      }),
      legend: [
        own.some((row) => row.confidence === "announced") ? sign(say(W.announced), point(0, true)) : null,
        shown.length ? sign(say(W.gap), svg("g", { class: "picture-gap" }, svg("line", { x1: -8, x2: 8, y1: 0, y2: 0 }))) : null,
      ],
      caption: say(W.caption, { what: worded(measured) }),
      headings: ["name", "period", "stated", "basis"].map((name) => archive.title("statistics", name, app.lang)),
      rows: own.map((row) => ({
        id: row.id,
        cells: [
          ...["name", "period", "stated", "basis"].map((field) => told("statistics", row, field)),
        ],
      })),
    });
  }

  picturing.picture("figures", TITLE, ABOUT, draw, ["framework", "since", "until", "measured"], ["measured"]);
})();
