/* The page: what the address says is what it shows. */

const app = (() => {
  const PARTS = ["view", "table", "picture", "q", "id", "framework", "country", "since", "until", "measured", "sort", "lang"];
  const VIEWS = { find: "Find", tables: "Tables", pictures: "Pictures", about: "About" };
  const THEMES = [
    ["", "As the system"],
    ["light", "Light"],
    ["dark", "Dark"],
  ];
  let page = null,
    main = null,
    status = null,
    foot = null,
    later = [],
    typing = null,
    asked = null,
    box = null,
    read = "",
    isComposing = false,
    isPressed = false,
    pressing = null,
    drawn = null,
    shown = "";

  function state() {
    const read = new URLSearchParams(location.hash.slice(1));
    const others = [...read].filter(([name], at, all) => !PARTS.includes(name) || all.findIndex(([each]) => each === name) < at);
    return {
      ...Object.fromEntries(PARTS.map((name) => [name, (read.get(name) || "").trim()])),
      // What is no part, or there twice, or not behind the #.
      others: [...[location.search].filter(Boolean), ...others.map(([name, value]) => `${name}=${value}`)],
    };
  }

  /* Return the address of a view: the language stays, and with it nothing but what is asked for. */
  function address(parts) {
    const said = new URLSearchParams();
    const known = { lang: app.state.lang, ...parts };
    if (known.id)
      for (const name of ["view", "table", "q"])
        if (app.state[name] && known[name] === undefined) known[name] = app.state[name];
    for (const name of PARTS) if (known[name]) said.set(name, known[name]);
    return `#${said}`;
  }

  function hash(changes) {
    const next = { ...app.state, ...changes },
      said = new URLSearchParams();
    for (const name of PARTS) if (next[name]) said.set(name, next[name]);
    return `#${said}`;
  }

  const go = (changes) => {
    location.hash = hash(changes);
  };

  function tell(text) {
    if (status.textContent !== text) status.textContent = text;
  }

  function type(text) {
    clearTimeout(typing);
    typing = setTimeout(() => {
      typing = null;
      const table = filters.isSearched(app.state.table) ? app.state.table : "";
      asked = hash({ q: text.trim() ? text : "", id: "", view: "", picture: "", measured: "", sort: "", table });
      location.replace(asked);
    }, 150);
  }

  /* Who goes elsewhere while what was typed waits to be looked for goes there. */
  function turned() {
    if ((location.hash || "#") !== asked) typing = clearTimeout(typing);
    asked = null;
    app.state = state(); // what is clicked goes on from there
    if (location.hash === drawn) return; // a click was before it
    if (!isPressed) return draw();
    pressing = setTimeout(released, 1000); // of some no end is told: outside the window, on a bar
  }

  /* What is pressed stays where it is until it is let go: a box that is left draws anew, and the click would be lost. */
  function pressed({ target, button }) {
    isPressed = button === 0 && !target.closest("select");
  }

  function released() {
    isPressed = false;
    clearTimeout(pressing);
    setTimeout(() => location.hash !== drawn && draw());
  }

  /* A button speaks of what is drawn: what waits is drawn first, and the button in the place of this one is pressed. */
  function clicked(event) {
    if (location.hash === drawn) return;
    app.state = state(); // a tap comes before the address has told of its change
    const button = event.target.closest("main button");
    if (!button) return;
    event.stopImmediatePropagation();
    const all = () => [...main.querySelectorAll("button")].filter((each) => each.className === button.className);
    const at = all().indexOf(button);
    draw();
    if (all()[at]) all()[at].click();
  }

  function head() {
    const { lang } = app;
    const other = lang === "ko" ? "en" : "ko";
    const view = app.state.id ? "" : app.state.view || "find";
    const theme = document.documentElement.dataset.theme || "";
    return [
      h(
        "a",
        {
          class: "skip",
          href: "#main",
          onclick: (event) => {
            event.preventDefault();
            (main.querySelector("h1") || main).focus();
          },
        },
        say("Skip to the content", lang),
      ),
      h(
        "div",
        { class: "bar" },
        h("a", { class: "brand", href: address({}), lang: "en" }, "aseanrok"),
        h(
          "nav",
          { "aria-label": say("Parts of the page", lang) },
          h(
            "ul",
            {},
            Object.entries(VIEWS).map(([name, title]) =>
              h(
                "li",
                {},
                h(
                  "a",
                  {
                    href: address({ view: name === "find" ? "" : name }),
                    "aria-current": view === name ? "page" : null,
                  },
                  say(title, lang),
                ),
              ),
            ),
          ),
        ),
        h(
          "div",
          { class: "choices" },
          h(
            "a",
            {
              href: hash({ lang: other }),
              onclick: ({ currentTarget }) => (currentTarget.href = hash({ lang: other })),
              lang: other,
              hreflang: other,
              class: "language",
            },
            other === "ko" ? "한국어" : "English",
          ),
          h(
            "select",
            { "aria-label": say("Colours", lang), id: "theme", onchange: (event) => paint(event.target.value) },
            THEMES.map(([value, title]) => h("option", { value, selected: value === theme }, say(title, lang))),
          ),
        ),
      ),
    ];
  }

  // The box is made once: who types in it, and in Korean composes a syllable, is not to lose it.
  function form() {
    box = h("input", {
      id: "q",
      type: "search",
      autocomplete: "off",
      spellcheck: "false",
      enterkeyhint: "search",
      // A syllable is looked for while it is composed: what ends it, a click perhaps, finds all as it was.
      oninput: () => box.value === read || type((read = box.value)),
      oncompositionstart: () => (isComposing = true),
      oncompositionend: () => (isComposing = false),
    });
    const onsubmit = (event) => {
      event.preventDefault();
      type(box.value);
    };
    return h("form", { class: "search", role: "search", onsubmit }, h("label", { for: "q" }), box);
  }

  /* Draw what stands above the view; the box says what the address asks for, but for what is being typed. */
  function drawHead() {
    const top = page.firstElementChild;
    const above = head();
    [...top.children].slice(0, above.length).forEach((each, at) => each.replaceWith(above[at]));
    box.previousElementSibling.textContent = say("Search", app.lang);
    box.placeholder = say("A meeting, a document, a fund, a country, a year", app.lang);
    box.setAttribute("aria-label", say("Search all records", app.lang));
    if (!typing && !isComposing && box.value.trim() !== app.state.q.trim()) read = box.value = app.state.q;
  }

  function paint(theme) {
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
    draw();
  }

  function draw() {
    const before = app.state;
    app.state = state();
    drawn = location.hash;
    app.lang = app.state.lang === "ko" || app.state.lang === "en" ? app.state.lang : page.dataset.lang;
    document.documentElement.lang = app.lang;
    const focused = document.activeElement && document.activeElement.id;
    later = [];
    const view = app.state.id ? "card" : Object.hasOwn(VIEWS, app.state.view) ? app.state.view || "find" : "find";
    main.replaceChildren(...views[view](app.state, app.lang).flat(Infinity).filter(Boolean));
    drawHead();
    for (const each of later) each();
    foot.replaceChildren(h("p", {}, about(app.lang)));
    title();
    const place = `${view} ${app.state.id} ${app.state.table} ${app.state.picture}`;
    if (focused === "q") box.focus();
    else if (focused && document.getElementById(focused)) {
      const again = document.getElementById(focused);
      again.focus();
      if (again.select) again.select(); // as whoever comes to a box by a key finds it
    }
    else if (shown && shown !== place) {
      scrollTo(0, 0);
      const first = main.querySelector("h1");
      if (first) first.focus({ preventScroll: true });
    }
    if (before.lang !== undefined && shown && shown !== place) scrollTo(0, 0);
    shown = place;
  }

  const about = (lang) =>
    [
      `aseanrok, ${say("Data edition {}", lang, archive.edition.version)}`,
      say("sources read {}", lang, archive.date(archive.edition.read, lang)),
      "CC0",
    ].join(" · ");

  function title() {
    const first = main.querySelector("h1");
    const name = first && first.firstChild && first.firstChild.textContent; // without what stands beside it
    document.title = name ? `${name} - aseanrok` : "aseanrok";
  }

  function start() {
    page = document.getElementById("page");
    page.dataset.lang = document.documentElement.lang;
    main = h("main", { id: "main", tabindex: "-1" });
    status = h("p", { role: "status", class: "hidden", "aria-live": "polite" });
    foot = h("footer", {});
    app.lang = page.dataset.lang;
    page.append(h("header", { class: "top" }, h("a", {}), h("div", {}), form()), main, foot, status);
    archive.open(window.carried);
    addEventListener("hashchange", turned);
    addEventListener("pointerdown", pressed, true);
    addEventListener("click", clicked, true);
    for (const name of ["pointerup", "pointercancel"]) addEventListener(name, released, true);
    addEventListener("keydown", (event) => {
      const typed = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
      if (event.key === "/" && !typed && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        document.getElementById("q").focus();
      }
    });
    draw();
    performance.mark("drawn");
    // The index of the search is made while nobody waits for it.
    const prepare = () => {
      search.open();
      performance.mark("searchable");
    };
    if (window.requestIdleCallback) requestIdleCallback(prepare, { timeout: 3000 });
    else setTimeout(prepare, 300);
  }

  return {
    VIEWS,
    start,
    go,
    address,
    tell,
    after: (made) => later.push(made),
    open: (id) => {
      location.hash = address({ id });
    },
    state: {},
    lang: "en",
  };
})();

app.start();
