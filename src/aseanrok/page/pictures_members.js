/* Who belongs to which framework since when: a small line of years in each cell of countries by frameworks. */
(() => {
  const { say, worded, sign, year, moment, told, marksOf, mark, frame, fresh, room } = picturing;
  const TITLE = ["Membership over time", "참가국 변천"];
  const ABOUT = [
    "Which country belongs to which framework, and since when.",
    "어느 나라가 언제부터 어느 협의체에 참가하는지 보여 줍니다.",
  ];
  const W = {
    summary: [
      "Countries: {countries}; frameworks: {frameworks}. Each line runs from the year a country joined to {end}, or to the year it left. Newest: {newest}.",
      "{frameworks}개 협의체의 {countries}개국이며, 선은 참가한 해부터 {end}년 또는 탈퇴한 해까지입니다. 최근: {newest}.",
    ],
    since: ["{role} since {date}", "{date}부터 {role}"],
    until: ["{role}, {date} to {left}", "{date}-{left} {role}"],
    founding: ["founding", "창설국"],
    undated: ["no date", "날짜 미상"],
    country: ["Country", "국가"],
    framework: ["Framework", "협의체"],
    role: ["Role", "지위"],
    joined: ["Joined", "가입"],
    left: ["Left", "종료"],
    dot: ["There from the beginning", "창설 때부터 참가"],
    caption: ["Memberships, by country", "국가별 참가 현황"],
  };
  const LEFT = 36;
  const TALL = 22;

  /* The roles in the order of their declaration: each has a height and a filling of its own. */
  const roles = () => Object.keys(archive.field("members", "role").words || {});

  function stroke(role) {
    return (
      [
        "picture-full",
        "picture-full picture-second",
        "picture-hatch",
        "picture-outline",
        "picture-outline picture-second",
      ][roles().indexOf(role)] || "picture-outline"
    );
  }

  const countries = () => new Map(archive.rows("countries").map((each) => [each.iso3, each.id]));

  function bar(role, x, width, y, hatch) {
    const name = stroke(role);
    return svg("rect", {
      x,
      y,
      width: Math.max(2.5, width),
      height: 8,
      class: name,
      fill: name === "picture-hatch" ? `url(#${hatch})` : null,
    });
  }

  function lines(row, framework) {
    const role = worded("members", "role", row.role);
    const date = row.joined ? archive.date(row.joined, app.lang) : say(W.undated);
    const since = say(row.left ? W.until : W.since, { role, date, left: archive.date(row.left, app.lang) });
    const doubt = marksOf(["joined", "left"].map((field) => archive.mark("members", row, field)));
    return [
      archive.value("members", row, "name", app.lang),
      framework,
      doubt ? `${since} ${doubt}` : since,
      row.founding ? say(W.founding) : "",
    ];
  }

  /* Those who joined last, in words; the names of several of whom the same is said stand together. */
  function newest(rows, names) {
    const day = rows.reduce((last, { joined, left }) => (joined > last && !left ? joined : last), "");
    const told = new Map();
    for (const row of rows.filter(({ joined, left }) => joined === day && !left)) {
      const [name, ...rest] = lines(row, names.get(row.framework)).filter(Boolean);
      told.set(rest.join(", "), [...(told.get(rest.join(", ")) || []), name]);
    }
    return [...told].map(([rest, called]) => [...called, rest].join(", ")).join("; ");
  }

  /* Countries in the order of how much they take part, then of when they began. */
  function gathered(rows) {
    const of = new Map();
    for (const row of rows) {
      if (!of.has(row.country)) of.set(row.country, []);
      of.get(row.country).push(row);
    }
    const many = (own) => new Set(own.map((row) => row.framework)).size;
    const first = (own) => own.map((row) => row.joined || "9999").sort()[0];
    const full = (own) => (own.some((row) => row.role === roles()[0]) ? 0 : 1);
    return [...of].sort(
      (a, b) => full(a[1]) - full(b[1]) || many(b[1]) - many(a[1]) || (first(a[1]) < first(b[1]) ? -1 : 1),
    );
  }

  function cell(rows, framework, [from, to], hatch, wide) {
    const drawing = svg("svg", {
      class: "picture-drawing",
      width: wide,
      height: TALL,
      viewBox: `0 0 ${wide} ${TALL}`,
      role: "group",
      "aria-label": framework,
    });
    const x = (when) => LEFT + ((when - from) / (to - from)) * (wide - LEFT);
    drawing.append(svg("line", { class: "picture-life", x1: LEFT, x2: wide, y1: TALL / 2, y2: TALL / 2 }));
    const last = rows.filter((row) => row.joined && !row.left).pop();
    if (last)
      drawing.append(
        svg(
          "text",
          { class: "picture-year", x: LEFT - 5, y: TALL / 2 + 4, "text-anchor": "end", "aria-hidden": "true" },
          String(year(last.joined)),
        ),
      );
    for (const row of rows) {
      const at = x(row.joined ? moment(row.joined) : from);
      const long = x(row.left ? moment(row.left) : to) - at;
      drawing.append(
        mark(
          { id: countries().get(row.country) },
          lines(row, framework),
          at,
          TALL / 2,
          "picture-member",
          svg("rect", {
            class: "picture-hit",
            x: Math.min(0, long - 10),
            y: -9,
            width: Math.max(10, long),
            height: 18,
          }),
          bar(row.role, 0, long, -4, hatch),
          row.founding ? svg("rect", { x: -1.5, y: -7, width: 3, height: 14, class: "picture-cap" }) : null,
        ),
      );
    }
    return drawing;
  }

  function sized(wide, element) {
    element.style.width = `${wide}px`;
    return element;
  }

  function draw(container, state) {
    const rows = picturing.chosen("members", { framework: state.framework });
    if (!rows.length) return void frame(container, { rows: [] });
    const names = new Map(archive.rows("frameworks").map((row) => [row.id, archive.label(row, app.lang)]));
    const short = new Map(
      archive
        .rows("frameworks")
        .map((row) => [row.id, (app.lang === "ko" ? row.name_ko : row.abbreviation) || archive.label(row, app.lang)]),
    );
    const used = roles().filter((role) => rows.some((row) => row.role === role));
    const counted = (id) =>
      used
        .map((role) => [role, rows.filter((row) => row.framework === id && row.role === role && !row.left).length])
        .filter(([, count]) => count)
        .map(([role, count]) => h("small", {}, `${worded("members", "role", role)} ${count}`));
    const order = [...new Set(rows.map((row) => row.framework))].sort((a, b) => {
      const first = (id) =>
        rows
          .filter((row) => row.framework === id)
          .map((row) => row.joined || "9999")
          .sort()[0];
      return first(a) < first(b) ? -1 : 1;
    });
    const joined = rows.map((row) => year(row.joined)).filter(Boolean);
    const to = Math.max(...joined, year(archive.edition.read || "") || 0) + 1;
    const range = [Math.min(...joined), to];
    const hatch = fresh("hatch");
    const wide = Math.max(100, Math.min(170, Math.floor((room(container) - 140) / order.length) - 14));
    const matrix = h("div", { class: "picture-matrix" });
    matrix.append(
      h(
        "div",
        { class: "picture-line picture-top" },
        h("div", { class: "picture-name" }, `${range[0]}–${to - 1}`),
        order.map((id) =>
          sized(
            wide,
            h("div", { class: "picture-cell picture-head" }, h("span", {}, short.get(id) || id), counted(id)),
          ),
        ),
      ),
    );
    for (const [code, own] of gathered(rows)) {
      matrix.append(
        h(
          "div",
          { class: "picture-line" },
          h("div", { class: "picture-name" }, archive.country(code, app.lang)),
          order.map((id) => {
            const here = own.filter((row) => row.framework === id);
            return sized(
              wide,
              h(
                "div",
                { class: "picture-cell" },
                here.length ? cell(here, names.get(id) || id, range, hatch, wide) : null,
              ),
            );
          }),
        ),
      );
    }
    frame(container, {
      title: say(TITLE),
      drawing: [
        svg(
          "svg",
          { class: "picture-defs", width: 0, height: 0, "aria-hidden": "true" },
          svg("defs", {}, picturing.hatching(hatch)),
        ),
        matrix,
      ],
      summary: say(W.summary, {
        countries: new Set(rows.map((row) => row.country)).size,
        frameworks: order.length,
        end: to - 1,
        newest: newest(rows, names),
      }),
      legend: used
        .map((role) => sign(worded("members", "role", role), bar(role, -9, 18, -4, hatch)))
        .concat(sign(say(W.dot), svg("rect", { x: -1.5, y: -7, width: 3, height: 14, class: "picture-cap" }))),
      caption: say(W.caption),
      headings: [W.country, W.framework, W.role, W.joined, W.left, W.founding].map((words) => say(words)),
      rows: gathered(rows).flatMap(([, own]) =>
        own.map((row) => ({
          cells: [
            archive.value("members", row, "name", app.lang),
            names.get(row.framework),
            ...["role", "joined", "left"].map((field) => told("members", row, field)),
            row.founding ? say(W.founding) : "",
          ],
        })),
      ),
    });
  }

  picturing.picture("members", TITLE, ABOUT, draw, ["framework"]);
})();
