/* Meetings year by year, a row for each series: what was held, what was announced or postponed, what is not recorded. */
(() => {
  const { say, sign, shape, year, told, mark, frame, room } = picturing;
  const TITLE = ["Meetings year by year", "연도별 회의"];
  const ABOUT = [
    "Which meetings of each series took place in which year, and which numbers are not recorded.",
    "회의체마다 어느 해에 몇 차 회의가 열렸는지, 어떤 차수가 기록되어 있지 않은지 보여 줍니다.",
  ];
  const W = {
    summary: [
      "Series: {series}; meetings held: {held}; announced or postponed and not recorded as held: {open}; numbers not recorded: {holes}.{undated}",
      "회의체 {series}개: 개최 {held}건, 예정·연기 등 개최로 기록되지 않은 회의 {open}건, 기록 없는 차수 {holes}개.{undated}",
    ],
    undated: [" Without a date, and in the table alone: {n}.", " 날짜 미상 {n}건은 표에만 있습니다."],
    held: ["Held; the number is its number in the series", "개최; 숫자는 차수"],
    announced: ["Announced, not recorded as held", "예정, 개최 기록 없음"],
    off: ["Postponed or cancelled", "연기 또는 취소"],
    hole: ["Numbers not recorded, between the years beside", "기록 없는 차수, 앞뒤 연도 사이"],
    gap: ["{numbers}: not recorded, {where}", "{numbers}: 기록 없음, {where}"],
    between: ["between {a} and {b}", "{a}년과 {b}년 사이"],
    before: ["before {b}", "{b}년 이전"],
    within: ["in {a} or beside it", "{a}년 무렵"],
    recorded: ["{n} held", "개최 {n}"],
    series: ["Series", "회의체"],
    number: ["Number", "차수"],
    date: ["Date", "날짜"],
    status: ["Status", "상태"],
    place: ["Place", "장소"],
    missing: ["not recorded", "기록 없음"],
    caption: ["Meetings of each series, and the numbers not recorded", "회의체별 회의와 기록 없는 차수"],
  };
  const STEP = 20;
  const ROOM = 20; // no more years are drawn before the first or after the last

  const numbers = (list) => {
    const runs = [];
    for (const each of list) {
      const last = runs[runs.length - 1];
      if (last && each === last[1] + 1) last[1] = each;
      else runs.push([each, each]);
    }
    const said = runs.map(([a, b]) => (a === b ? `${a}` : `${a}-${b}`)).join(", ");
    return say(picturing.WORDS.nth, { n: said });
  };

  /* Numbers that are missing between two that are recorded, with the years they must lie between. */
  function gaps(meetings, holes) {
    const numbered = meetings.filter((row) => row.ordinal && year(row.date)).sort((a, b) => a.ordinal - b.ordinal);
    const found = new Map();
    for (const hole of holes) {
      const before = numbered.filter((row) => row.ordinal < hole).pop();
      const after = numbered.find((row) => row.ordinal > hole);
      const key = `${before ? before.id : ""}|${after ? after.id : ""}`;
      if (!found.has(key)) found.set(key, { from: before && year(before.date), to: after && year(after.date), of: [] });
      found.get(key).of.push(hole);
    }
    return [...found.values()];
  }

  function said(gap) {
    const where =
      gap.from === undefined || gap.from === null
        ? say(W.before, { b: gap.to })
        : gap.from === gap.to
          ? say(W.within, { a: gap.from })
          : say(W.between, { a: gap.from, b: gap.to });
    return say(W.gap, { numbers: numbers(gap.of), where });
  }

  function glyph(row) {
    const text = row.ordinal ? svg("text", { class: "picture-number", y: 3.4 }, String(row.ordinal)) : null;
    if (row.status === "held") return [shape.circle(8, "picture-a"), text];
    if (row.status === "announced") return [shape.circle(7.2, "picture-a picture-open picture-dashed"), text];
    return [shape.circle(7.2, "picture-off"), shape.cross(4, "picture-cross")];
  }

  function lines(row) {
    return ["title", "date", "place", "status"].map((field) => told("meetings", row, field));
  }

  function line(each, [from, to], wide, width) {
    const x = (when) => (when - from + 0.5) * wide;
    const levels = new Map();
    const inView = each.meetings.filter((row) => year(row.date) >= from && year(row.date) <= to);
    const deep = Math.max(
      1,
      ...inView.map((row) => {
        const at = year(row.date);
        levels.set(at, (levels.get(at) || 0) + 1);
        return levels.get(at);
      }),
    );
    const height = deep * STEP + 4;
    const drawing = svg("svg", {
      class: "picture-drawing",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "group",
      "aria-label": each.name,
    });
    for (let at = from; at <= to; at += 1) {
      if (at % 5 === 0)
        drawing.append(svg("line", { class: "picture-rule", x1: x(at - 0.5), x2: x(at - 0.5), y1: 0, y2: height }));
    }
    const middle = height / 2;
    if (inView.length > 1) {
      const all = inView.map((row) => year(row.date));
      drawing.append(
        svg("line", {
          class: "picture-life",
          x1: x(Math.min(...all)),
          x2: x(Math.max(...all)),
          y1: middle,
          y2: middle,
        }),
      );
    }
    for (const gap of each.gaps) {
      const first = gap.from === undefined || gap.from === null ? gap.to - 1.35 : gap.from;
      if (gap.to < from || first > to || !gap.to) continue;
      const tight = gap.to - first <= 1; // no year between: a strip under both
      const a = tight ? x(first) + wide * (first === gap.to ? -0.3 : 0.2) : Math.max(x(first + 0.5), 0);
      const b = tight ? x(gap.to) + wide * (first === gap.to ? 0.3 : -0.2) : Math.max(x(gap.to - 0.5), a + 7);
      const half = (b - a) / 2;
      const many = gap.of.length > 1 && half > 9 ? `${gap.of.length}?` : "?";
      drawing.append(
        mark(
          { id: each.id },
          [each.name, said(gap)],
          a + half,
          tight ? height - 3 : middle,
          "picture-hole",
          svg("rect", { x: -half, y: tight ? -2.5 : -5, width: 2 * half, height: tight ? 5 : 10, rx: 2 }),
          !tight && half > 6 ? svg("text", { class: "picture-number picture-many", y: 3.2 }, many) : null,
        ),
      );
    }
    levels.clear();
    for (const row of inView) {
      const at = year(row.date);
      const level = levels.get(at) || 0;
      levels.set(at, level + 1);
      const total = inView.filter((other) => year(other.date) === at).length;
      drawing.append(
        mark(row, lines(row), x(at), middle + (level - (total - 1) / 2) * STEP, `picture-${row.status}`, ...glyph(row)),
      );
    }
    return drawing;
  }

  function axis([from, to], wide, width) {
    const step = wide >= 34 ? 1 : wide >= 17 ? 2 : 5;
    const drawing = svg("svg", {
      class: "picture-drawing picture-axis",
      width,
      height: 18,
      viewBox: `0 0 ${width} 18`,
      "aria-hidden": "true",
    });
    for (let at = from; at <= to; at += 1) {
      if (at % step === 0) drawing.append(svg("text", { x: (at - from + 0.5) * wide, y: 13 }, String(at)));
    }
    return drawing;
  }

  /* The series of the choice, under the framework they belong to, the highest level first. */
  function gathered(state) {
    const rows = picturing.chosen("series", { framework: state.framework });
    const levels = Object.keys(archive.field("series", "level").words || {});
    const holes = new Map(archive.rows("coverage").map((row) => [row.id, row.holes.map(Number)]));
    const meetings = new Map();
    for (const row of archive.rows("meetings")) {
      if (!meetings.has(row.series)) meetings.set(row.series, []);
      meetings.get(row.series).push(row);
    }
    const groups = new Map();
    const [first, last] = [year(state.since || "") ?? -Infinity, year(state.until || "") ?? Infinity];
    const every = archive.rows("meetings").map((row) => year(row.date)).filter(Boolean); // what has no end lies in these
    const [earliest, latest] = [Math.min(...every), Math.max(...every)];
    const isAsked = (from, to) => (to ?? latest) >= first && (from ?? earliest) <= last;
    const isWhole = !state.since && !state.until;
    for (const row of rows) {
      const all = (meetings.get(row.id) || []).slice().sort((a, b) => ((a.date || "") < (b.date || "") ? -1 : 1));
      const own = all.filter(({ date }) => isWhole || (date && isAsked(...archive.years(date))));
      const missing = gaps(all, holes.get(row.id) || []).filter(({ from, to }) => isAsked(from, to));
      if (!own.length && !missing.length) continue;
      const each = {
        id: row.id,
        row,
        name: archive.label(row, app.lang, "series"),
        meetings: own,
        gaps: missing,
      };
      const group = row.frameworks[0] || "";
      if (!groups.has(group)) groups.set(group, []);
      groups.get(group).push(each);
    }
    const rank = (each) => levels.indexOf(each.row.level);
    for (const of of groups.values()) of.sort((a, b) => rank(a) - rank(b) || b.meetings.length - a.meetings.length);
    return [...groups].sort((a, b) => b[1].length - a[1].length);
  }

  function span(groups, state) {
    const each = groups.flatMap(([, of]) => of);
    const held = each.flatMap(({ meetings }) => meetings.map((row) => year(row.date))).filter(Boolean);
    const all = held.length ? held : each.flatMap((of) => of.gaps.flatMap(({ from, to }) => [from, to])).filter(Boolean);
    const [first, last] = [Math.min(...all), Math.max(...all)];
    const [since, until] = [year(state.since || ""), year(state.until || "")];
    const [from, to] = [Math.max(since ?? first, first - ROOM), Math.min(until ?? last, last + ROOM)];
    return from <= to ? [from, to] : [until ?? from, until ?? from]; // nothing is known of the years asked for
  }

  function listed(each) {
    const cells = (row) => [
      each.name,
      ...["ordinal", "date", "status", "place"].map((field) => told("meetings", row, field)),
    ];
    return each.meetings
      .map((row) => ({ id: row.id, cells: cells(row) }))
      .concat(
        each.gaps.map((gap) => ({
          id: each.id,
          cells: [each.name, gap.of.join(", "), said(gap).split(", ").pop(), say(W.missing), ""],
        })),
      );
  }

  function draw(container, state) {
    const groups = gathered(state);
    if (!groups.length) return void frame(container, { rows: [] });
    const range = span(groups, state);
    const full = room(container);
    const label = full < 720 ? 0 : 250;
    const wide = Math.max(STEP - 1, Math.min(36, Math.floor((full - label - 12) / (range[1] - range[0] + 1))));
    const width = wide * (range[1] - range[0] + 1) + 6;
    const grid = h("div", { class: "picture-rows" });
    for (const [id, of] of groups) {
      const name = id ? archive.label(archive.row(id), app.lang) : "";
      grid.append(
        h("div", { class: "picture-group" }, h("div", { class: "picture-head" }, name), axis(range, wide, width)),
      );
      for (const each of of) {
        const held = each.meetings.filter((row) => row.status === "held").length;
        grid.append(
          h(
            "div",
            { class: "picture-line" },
            h(
              "div",
              { class: "picture-name" },
              h("span", {}, each.name),
              " ",
              h("small", {}, say(W.recorded, { n: held })),
            ),
            line(each, range, wide, width),
          ),
        );
      }
    }
    const each = groups.flatMap(([, of]) => of);
    const meetings = each.flatMap((of) => of.meetings);
    const undated = meetings.filter((row) => !year(row.date)).length;
    const inner = frame(container, {
      title: say(TITLE),
      drawing: grid,
      summary: say(W.summary, {
        series: each.length,
        held: meetings.filter((row) => row.status === "held").length,
        open: meetings.filter((row) => row.status !== "held").length,
        holes: each.reduce((sum, of) => sum + of.gaps.reduce((n, gap) => n + gap.of.length, 0), 0),
        undated: undated ? say(W.undated, { n: undated }) : "",
      }),
      legend: [
        sign(say(W.held), ...glyph({ status: "held", ordinal: 7 })),
        sign(say(W.announced), ...glyph({ status: "announced" })),
        sign(say(W.off), ...glyph({ status: "postponed" })),
        sign(
          say(W.hole),
          svg(
            "g",
            { class: "picture-hole" },
            svg("rect", { x: -9, y: -5, width: 18, height: 10, rx: 2 }),
            svg("text", { class: "picture-number picture-many", y: 3.2 }, "?"),
          ),
        ),
      ],
      caption: say(W.caption),
      headings: [W.series, W.number, W.date, W.status, W.place].map((words) => say(words)),
      rows: each.flatMap(listed),
    });
    if (inner) picturing.newest(inner);
  }

  picturing.picture("series", TITLE, ABOUT, draw);
})();
