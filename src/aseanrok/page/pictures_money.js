/* Money given to the funds: a bar for each year that is recorded, hatched where it is only promised. */
(() => {
  const { say, sign, year, years, told, mark, frame, fresh } = picturing;
  const { measure, rounds, digits, stars, gaps, gapWords, strips, axis, levels } = scales;
  const TITLE = ["Contributions to the funds", "기금 출연"];
  const ABOUT = [
    "What was given to each fund in each year, and what is only promised.",
    "기금별로 해마다 출연된 금액과 공약된 금액을 보여 줍니다.",
  ];
  const W = {
    summary: [
      "Contributions{span}: {n}, to funds: {funds}. There is one chart for each fund and unit, each with its own scale, with whoever gave side by side. Sums over several years lie as lines beneath and are not added up.{pledged}",
      "{span} {funds}개 기금의 출연 {n}건입니다. 기금·단위별로 그리며 축의 눈금은 각각 다르고, 출연국은 나란히 표시합니다. 여러 해의 총액은 아래 선으로 표시하고 합산하지 않습니다.{pledged}",
    ],
    span: [" from {from} to {to}", "{from}년부터 {to}년까지"],
    year: [" of {from}", "{from}년"],
    pledged: [" Pledged, and not recorded as made: {n}.", " {n}건은 공약이며 출연으로 기록되지 않았습니다."],
    total: ["total {amount}", "총 {amount}"],
    every: ["{amount} in each year", "해마다 {amount}"],
    bar: ["Contributed: in the year, or in each year", "출연: 해당 연도 또는 매년"],
    hatched: ["Pledged, not recorded as made", "공약, 출연 기록 없음"],
    line: ["Sum over several years", "여러 해의 총액"],
    gap: ["Years not recorded", "기록 없는 연도"],
    caption: ["Contributions to the funds", "기금별 출연"],
  };
  const TALL = 132;
  const HEAD = 20;
  const LEFT = 40;

  const amount = (row) => archive.value("contributions", row, "stated", app.lang);

  function lines(row) {
    const isEach = row.kind === "annual" && years(row.period).length > 1;
    const said = isEach ? say(W.every, { amount: amount(row) }) : amount(row);
    return [
      archive.label(row, app.lang, "contributions"),
      said + archive.mark("contributions", row, "stated"),
      ...["period", "status"].map((field) => told("contributions", row, field)),
    ];
  }

  function bars(row, x, y, by, wide, hatch) {
    const covered = years(row.period);
    const base = y(0);
    const top = y(row.value);
    const pledged = row.status !== "contributed";
    const first = x(covered[0]);
    return mark(
      row,
      lines(row),
      first,
      base,
      "picture-bar",
      covered.flatMap((each) => {
        const at = x(each) - first;
        return [
          svg("rect", {
            x: at - wide / 2 + 3,
            y: top - base,
            width: wide - 6,
            height: Math.max(1, base - top),
            rx: 1.5,
            class: pledged ? "picture-hatch" : "picture-full",
            fill: pledged ? `url(#${hatch})` : null,
          }),
          svg("text", { x: at, y: top - base - 5, class: "picture-amount" }, `${digits(row.value, by)}${stars(row)}`),
        ];
      }),
    );
  }

  function total(row, x, y, wide) {
    const covered = years(row.period);
    const a = x(covered[0]) - wide / 2 + 3;
    const b = x(covered[covered.length - 1]) + wide / 2 - 3;
    return mark(
      row,
      lines(row),
      a,
      y,
      "picture-total",
      svg("rect", { class: "picture-hit", x: 0, y: -6, width: b - a, height: 24 }),
      svg("path", { d: `M0 -4V4M0 0H${b - a}M${b - a} -4V4`, class: "picture-span" }),
      svg(
        "text",
        b - a > 150
          ? { x: b - a - 2, y: 15, class: "picture-amount picture-end" }
          : { x: 2, y: 15, class: "picture-amount picture-start" },
        `${say(W.total, { amount: amount(row) })}${stars(row)}`,
      ),
    );
  }

  /* The years for which a contributor gave a fund something that is recorded, whichever are asked for. */
  function recorded({ fund, unit, contributor }) {
    const own = archive.rows("contributions").filter((row) => row.fund === fund && row.unit === unit);
    return new Set(own.filter((row) => row.contributor === contributor && row.kind !== "total").flatMap((row) => years(row.period)));
  }

  /* One contributor to a fund; the charts of a fund stand side by side on one scale, the first with its steps. */
  function chart(rows, steps, scaled, name, axisToo) {
    const drawn = rows.filter((row) => years(row.period).length);
    const single = drawn.filter((row) => row.kind !== "total");
    const totals = drawn.filter((row) => row.kind === "total");
    const covered = drawn.flatMap((row) => years(row.period));
    const [first, last] = [Math.min(...covered), Math.max(...covered)];
    const hatch = fresh("hatch");
    const letters = Math.max(...single.map((row) => `${digits(row.value, scaled.by)}${stars(row)}`.length), 1);
    const wide = Math.max(last - first < 3 ? 32 : 27, letters * 6.4 + 5);
    const left = axisToo ? LEFT : 4;
    const widest = Math.max(
      ...totals.map(
        (row) => say(W.total, { amount: amount(row) }).length * 7 + (years(row.period)[0] - first) * wide + 24,
      ),
      0,
    );
    const width = left + Math.max((last - first + 1) * wide, 64, widest) + 4;
    const foot = HEAD + TALL;
    const height = foot + 20 + totals.length * 27;
    const x = (when) => left + (when - first + 0.5) * wide;
    const y = (value) => foot - (value / steps[steps.length - 1]) * TALL;
    const found = gaps(recorded(rows[0]), first, last);
    const drawing = svg(
      "svg",
      {
        class: "picture-drawing",
        width,
        height,
        viewBox: `0 0 ${width} ${height}`,
        role: "group",
        "aria-label": [name, scaled.name, gapWords(found)].filter(Boolean).join(", "),
      },
      svg("defs", {}, picturing.hatching(hatch)),
      levels(steps, scaled.by, y, left, width, axisToo),
      axis(first, last, x, wide, foot),
      strips(found, x, wide, foot),
      single.map((row) => bars(row, x, y, scaled.by, wide, hatch)),
      totals.map((row, index) => total(row, x, foot + 28 + index * 27, wide)),
    );
    return { drawing, width };
  }

  function panel(rows, full) {
    const name = archive.label(archive.row(rows[0].fund), app.lang);
    const single = rows.filter((row) => row.kind !== "total");
    const scaled = measure(rows);
    const steps = rounds(Math.max(1, ...(single.length ? single : rows).map((row) => row.value)), 3);
    const givers = [...new Set(rows.map((row) => row.contributor))];
    const charts = givers.map((giver, index) => {
      const own = rows.filter((row) => row.contributor === giver);
      const called = `${name}, ${archive.country(giver, app.lang)}`;
      const { drawing, width } = chart(own, steps, scaled, called, index === 0);
      return h(
        "div",
        {},
        givers.length > 1
          ? h(
              "div",
              { class: index ? "picture-giver" : "picture-giver picture-first" },
              archive.country(giver, app.lang),
            )
          : null,
        picturing.sliding(drawing, called, width, full),
      );
    });
    const from = givers.length === 1 ? ` · ${archive.country(givers[0], app.lang)}` : "";
    return h(
      "div",
      { class: "picture-panel" },
      h("div", { class: "picture-name" }, name),
      h("div", { class: "picture-unit" }, `${scaled.name}${from}`),
      h("div", { class: "picture-charts" }, charts),
    );
  }

  function draw(container, state) {
    const rows = picturing.chosen("contributions", state);
    if (!rows.length) return void frame(container, { rows: [] });
    const panels = new Map();
    for (const row of rows) {
      const key = [row.fund, row.unit].join("|");
      if (!panels.has(key)) panels.set(key, []);
      panels.get(key).push(row);
    }
    const funds = new Set(rows.map((row) => row.fund));
    const pledged = rows.filter((row) => row.status !== "contributed").length;
    const covered = rows.flatMap((row) => years(row.period));
    const [from, to] = [Math.min(...covered), Math.max(...covered)];
    const hatch = fresh("hatch");
    const full = picturing.room(container);
    const ordered = [...panels.values()].sort((a, b) => b.length - a.length);
    frame(container, {
      title: say(TITLE),
      scroll: false,
      drawing: h(
        "div",
        { class: "picture-panels" },
        ordered.map((each) => panel(each, full)),
      ),
      summary: say(W.summary, {
        n: rows.length,
        funds: funds.size,
        span: say(from < to ? W.span : W.year, { from, to }),
        pledged: pledged ? say(W.pledged, { n: pledged }) : "",
      }),
      legend: [
        sign(say(W.bar), svg("rect", { x: -5, y: -7, width: 10, height: 14, class: "picture-full" })),
        sign(
          say(W.hatched),
          svg("defs", {}, picturing.hatching(hatch)),
          svg("rect", { x: -5, y: -7, width: 10, height: 14, class: "picture-hatch", fill: `url(#${hatch})` }),
        ),
        sign(say(W.line), svg("path", { d: "M-8 -4V4M-8 0H8M8 -4V4", class: "picture-span" })),
        sign(say(W.gap), svg("g", { class: "picture-gap" }, svg("line", { x1: -8, x2: 8, y1: 0, y2: 0 }))),
      ],
      caption: say(W.caption),
      headings: ["title", "fund", "contributor", "period", "kind", "status", "stated"].map((name) =>
        archive.title("contributions", name, app.lang),
      ),
      rows: rows.map((row) => ({
        id: row.id,
        cells: [
          archive.label(row, app.lang, "contributions"),
          archive.label(archive.row(row.fund), app.lang),
          archive.country(row.contributor, app.lang),
          ...["period", "kind", "status", "stated"].map((field) => told("contributions", row, field)),
        ],
      })),
    });
  }

  picturing.picture("contributions", TITLE, ABOUT, draw);
})();
