/* The frame of a picture: marks that keys reach, the table behind it, its room, its paper. */
const frames = (() => {
  const { WORDS, say, fresh, marksOf } = picturing;

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
    root.addEventListener("mouseover", (event) => {
      if (at(event)) show(at(event));
    });
    root.addEventListener("mouseout", (event) => {
      if (at(event)) tip.hidden = true;
    });
    root.addEventListener("focusin", (event) => {
      const found = at(event);
      if (!found) return;
      for (const each of root.querySelectorAll('.picture-mark[tabindex="0"]')) each.setAttribute("tabindex", "-1");
      found.setAttribute("tabindex", "0");
      found.scrollIntoView({ block: "nearest", inline: "nearest" });
      show(found);
    });
    root.addEventListener("focusout", () => {
      tip.hidden = true;
    });
    root.addEventListener("click", (event) => {
      if (at(event) && at(event).dataset.id) app.open(at(event).dataset.id);
    });
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
    const body = rows.map((row) =>
      h(
        "tr",
        {},
        row.cells.map((cell, index) => {
          const text = cell === null || cell === undefined ? "" : String(cell);
          if (index !== (row.head || 0)) return h("td", {}, text);
          const link = row.id && h("a", { href: app.address({ id: row.id }) }, text);
          return h("th", { scope: "row" }, link || text);
        }),
      ),
    );
    return h(
      "table",
      {},
      h("caption", {}, caption),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          headings.map((heading) => h("th", { scope: "col" }, heading)),
        ),
      ),
      h("tbody", {}, body),
    );
  }

  let wanted = null;

  /* Go elsewhere in the address, and keep the keyboard at the mark of a record, where it was at one. */
  function go(changes, id) {
    const before = location.hash;
    app.go(changes);
    wanted = id && location.hash !== before ? { id, address: location.hash } : null;
  }

  /* The picture on the page: what it says, its controls, its drawing, its signs, and the table of the same rows. */
  function frame(container, { title, summary, controls, drawing, legend, rows, headings, caption, scroll = true }) {
    const about = fresh("about");
    const there = wanted && wanted.address === location.hash && wanted.id;
    wanted = null;
    if (!rows.length) {
      const nothing = h("p", { class: "picture-summary" }, say(WORDS.nothing));
      redrawing.put(container, [controls, nothing].filter(Boolean));
      const way = there && container.querySelector(".picture-controls button:not([disabled])");
      if (way) way.focus(); // whoever came by the keys goes on by them
      return null;
    }
    const tip = h("div", { class: "picture-tip", hidden: true, "aria-hidden": "true" });
    const inner = h(
      "div",
      {
        class: scroll ? "picture-scroll" : "picture-still",
        role: "group",
        tabindex: scroll ? "0" : null,
        "aria-label": say(WORDS.drawing, { title }),
        "aria-describedby": about,
      },
      drawing,
    );
    const meanings = tables.meanings(marksOf(rows.flatMap((row) => row.cells)));
    const signs = [...(legend || []), ...meanings.map((each) => h("li", {}, each))];
    const figure = h(
      "figure",
      { class: "picture" },
      signs.length ? h("figcaption", {}, h("ul", { class: "picture-legend" }, signs)) : null,
      h("div", { class: "picture-room" }, inner, tip),
    );
    const behind = h("details", { class: "picture-table" }, h("summary", {}, say(rows.length === 1 ? WORDS.row : WORDS.table, { n: rows.length })));
    const build = () => {
      if (behind.querySelector("table")) return;
      behind.append(
        h(
          "div",
          { class: "picture-scroll", tabindex: "0", role: "group", "aria-label": caption },
          table(caption, headings, rows),
        ),
      );
    };
    behind.addEventListener("toggle", build);
    const keys = inner.querySelector(".picture-mark") && h("span", { class: "picture-keys" }, say(WORDS.keys));
    const told = h("p", { class: "picture-summary", id: about }, summary, " ", keys);
    redrawing.put(container, [told, controls, figure, behind].filter(Boolean));
    reach(inner, tip);
    if (there) {
      const found = container.querySelector(`.picture-mark[data-id="${CSS.escape(there)}"]`);
      const other = inner.querySelector('.picture-mark[tabindex="0"]'); // where that mark is not in what is shown
      if (found || other) (found || other).focus();
    }
    return inner;
  }

  const SHEET = 1000;
  const drawn = new Map();
  let paper = false;

  /* How wide a picture may be drawn: the room it has, and on paper the width of a sheet. */
  const room = (container) => (paper ? SHEET : Math.max(300, Math.floor(container.clientWidth || 960)));

  /* Draw again what is still on the page, leave the keyboard at its mark, and open what was. */
  function again(container) {
    const { draw, state } = drawn.get(container);
    const at = container.contains(document.activeElement) && document.activeElement.dataset.id;
    drawn.get(container).width = room(container);
    const wasOpen = container.querySelector("details[open]");
    draw(container, state);
    if (wasOpen) {
      const behind = container.querySelector("details");
      behind.open = true;
      behind.dispatchEvent(new Event("toggle")); // the browser would tell it of that when the paper is printed
    }
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

  /* A picture of the page: drawn when it is asked for, and again when its room changes or it goes to paper; the filters
     that leave out some of what it shows, and those of them that it has controls of its own for. */
  function picture(name, title, about, draw, filters = ["framework", "since", "until"], own = []) {
    pictures[name] = {
      title: { en: title[0], ko: title[1] },
      about: { en: about[0], ko: about[1] },
      filters,
      formed: filters.filter((each) => !own.includes(each)),
      draw(container, state) {
        for (const each of drawn.keys()) if (!each.isConnected) drawn.delete(each);
        drawn.set(container, { draw, state, width: room(container) });
        draw(container, state);
        resized.observe(container);
      },
    };
  }

  /* Begin at the newest years, once the browser has laid the picture out. */
  const newest = (element) =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        element.scrollLeft = element.scrollWidth;
      }),
    );

  /* A drawing wider than the page, in a frame of its own that keys and fingers move. */
  function sliding(drawing, name, width, room) {
    if (width <= room) return drawing;
    const made = h("div", { class: "picture-scroll", role: "group", tabindex: "0", "aria-label": name }, drawing);
    newest(made);
    return made;
  }

  return { frame, picture, room, go, newest, sliding };
})();
Object.assign(picturing, frames);
