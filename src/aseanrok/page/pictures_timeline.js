/* Every dated act, a lane for each framework; summits stand out, what was not held is hollow. */
(() => {
  const { say, worded, sign, year, told, frame, room, go } = picturing;
  const { SIGNS, isOpen, nature, lanes, gutterOf, drawn } = lanesOfActs;
  const TITLE = ["Timeline", "연표"];
  const ABOUT = [
    "Every dated act, a lane for each framework. Zoom in for the days.",
    "날짜가 있는 모든 사항을 협의체별로 보여 줍니다. 확대하면 날짜까지 보입니다.",
  ];
  const W = {
    summary: [
      "Acts from {from} to {to}: {n}, of them summits: {summits}; frameworks: {lanes}.{open}{before}",
      "{from}년부터 {to}년까지 {lanes}개 협의체의 {n}건이며, 그중 정상회의는 {summits}건입니다.{open}{before}",
    ],
    open: [" Not recorded as held, and hollow: {n}.", " 개최로 기록되지 않은 {n}건은 속이 빈 표시입니다."],
    before: ["Acts outside these years: {n}.", "이 기간 밖에 {n}건이 더 있습니다."],
    from: ["From", "시작"],
    to: ["to", "끝"],
    years: ["Years shown", "표시 기간"],
    nearer: ["Nearer", "확대"],
    farther: ["Farther", "축소"],
    earlier: ["Earlier", "이전"],
    later: ["Later", "이후"],
    all: ["All years", "전체 기간"],
    hint: ["Ctrl and the wheel, or + and -, zoom.", "Ctrl+휠 또는 +, - 키로 확대·축소합니다."],
    summit: ["Summit", "정상회의"],
    meeting: ["Other meeting", "그 밖의 회의"],
    text: ["Document", "문서"],
    other: ["Any other act", "그 밖의 사항"],
    hollow: ["Not recorded as held", "개최로 기록되지 않음"],
    date: ["Date", "날짜"],
    act: ["Act", "내용"],
    lane: ["Framework", "협의체"],
    kind: ["Kind", "종류"],
    status: ["Status", "상태"],
    caption: ["Acts from {from} to {to}, oldest first", "{from}년-{to}년의 사항, 오래된 순"],
  };
  /* The years to show: those of the address, or all but the few acts long before the rest. */
  function span(rows, state) {
    const all = rows
      .map((row) => year(row.date))
      .filter((each) => each !== null)
      .sort((a, b) => a - b);
    const whole = [all[0], all[all.length - 1]];
    const usual = all.length > 60 ? all[Math.floor(all.length * 0.045)] : whole[0];
    const [since, until] = [year(state.since || ""), year(state.until || "")];
    const from = since ?? (until === null ? usual : Math.min(whole[0], until));
    return { whole, shown: [from, until ?? Math.max(from, whole[1])] };
  }

  function controls({ whole, shown }, outside) {
    const [from, to] = shown;
    // An address may ask for years outside of those that are known.
    const [low, high] = [Math.min(whole[0], from), Math.max(whole[1], to)];
    const zoom = (by, about = (from + to + 1) / 2) => {
      const wide = Math.max(1, (to + 1 - from) * by);
      const first = Math.round(about - (about - from) * (wide / (to + 1 - from)));
      const begin = Math.max(low, Math.min(first, Math.floor(about)));
      return [begin, Math.max(begin, Math.min(high, Math.max(Math.floor(about), Math.round(first + wide) - 1)))];
    };
    const shift = (by) => {
      const step = Math.max(1, Math.round((to - from + 1) / 3)) * by;
      const bound = Math.max(low - from, Math.min(high - to, step));
      return [from + bound, to + bound];
    };
    const written = (year) => String(year).padStart(4, "0");
    const set = ([first, last], id) => go({ since: written(first), until: written(last) }, id);
    const button = (key, words, sign, range, off) =>
      h(
        "button",
        {
          type: "button",
          id: `picture-${key}`,
          disabled: off,
          "aria-label": say(words),
          title: say(words),
          onclick: () => set(range),
        },
        sign,
      );
    const box = (key, words, value) =>
      h(
        "label",
        {},
        `${say(words)} `,
        h("input", {
          type: "number",
          id: `picture-${key}`,
          min: whole[0],
          max: whole[1],
          value,
          onchange: ({ target }) => {
            if (!target.reportValidity()) return;
            const typed = Number(target.value) || value;
            target.value = typed; // where it is no other, nothing is drawn anew
            set(key === "from" ? [typed, Math.max(typed, to)] : [Math.min(from, typed), typed]);
          },
        }),
      );
    const keys = {
      "+": (about) => zoom(0.5, about),
      "=": (about) => zoom(0.5, about),
      "-": (about) => zoom(2, about),
      0: () => whole,
      PageUp: () => shift(-1),
      PageDown: () => shift(1),
    };
    return {
      keys,
      zoom,
      set,
      bar: h(
        "div",
        { class: "picture-controls", role: "group", "aria-label": say(W.years) },
        box("from", W.from, from),
        box("to", W.to, to),
        button("nearer", W.nearer, "+", zoom(0.5), from === to),
        button("farther", W.farther, "−", zoom(2), from === low && to === high),
        button("earlier", W.earlier, "‹", shift(-1), from === low),
        button("later", W.later, "›", shift(1), to === high),
        h("button", { type: "button", id: "picture-all", onclick: () => set(whole) }, say(W.all)),
        h("span", { class: "picture-hint" }, outside ? say(W.before, { n: outside }) : say(W.hint)),
      ),
    };
  }

  function draw(container, state) {
    const all = picturing
      .chosen("timeline", { ...state, since: "", until: "" })
      .filter((row) => year(row.date) !== null);
    if (!all.length) return void frame(container, { rows: [] });
    const range = span(all, state);
    const [from, to] = range.shown;
    const rows = all.filter((row) => {
      const [first, last] = archive.years(row.date); // what begins earlier and lasts into these years is of them
      return (last ?? Infinity) >= from && (first ?? -Infinity) <= to;
    });
    const open = rows.filter(isOpen).length;
    const steer = controls(range, rows.length ? 0 : all.length); // the line below says it where there is a picture
    const inner = frame(container, {
      title: say(TITLE),
      controls: steer.bar,
      scroll: false,
      drawing: rows.length ? drawn(rows, range.shown, room(container), say(TITLE)) : null,
      summary: say(W.summary, {
        n: rows.length,
        lanes: lanes(rows).length,
        from,
        to,
        summits: rows.filter((row) => nature(row) === "summit").length,
        open: open ? say(W.open, { n: open }) : "",
        before: all.length > rows.length ? ` ${say(W.before, { n: all.length - rows.length })}` : "",
      }),
      legend: ["summit", "meeting", "text", "other"]
        .map((each) => sign(say(W[each]), ...SIGNS[each](false)))
        .concat(
          sign(
            say(W.hollow),
            svg("g", { transform: "translate(-5 0)" }, SIGNS.summit(true)),
            svg("g", { transform: "translate(6 0)" }, SIGNS.meeting(true)),
          ),
        ),
      caption: say(W.caption, { from, to }),
      headings: [W.act, W.date, W.lane, W.kind, W.status].map((each) => say(each)),
      rows: rows.map((row) => ({
        id: row.id,
        cells: [
          told("timeline", row, "title"),
          told("timeline", row, "date"),
          (row.frameworks || []).map((id) => archive.label(archive.row(id), app.lang)).join(", "),
          worded("timeline", "kind", row.kind),
          told("timeline", row, "status"),
        ],
      })),
    });
    if (!inner) return;
    inner.addEventListener("keydown", (event) => {
      if (!(event.key in steer.keys) || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const { id, when } = event.target.dataset;
      steer.set(steer.keys[event.key](when ? Number(when) : undefined), id);
    });
    const gutter = gutterOf(room(container));
    const pointed = (x) =>
      Math.max(from, Math.min(to + 0.99, from + ((x - gutter) / (room(container) - gutter - 10)) * (to + 1 - from)));
    inner.addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        steer.set(
          steer.zoom(event.deltaY < 0 ? 0.7 : 1.4, pointed(event.clientX - inner.getBoundingClientRect().left)),
        );
      },
      { passive: false },
    );
  }

  picturing.picture("timeline", TITLE, ABOUT, draw, undefined, ["since", "until"]);
})();
