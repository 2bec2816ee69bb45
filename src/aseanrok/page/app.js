/* The page: what the address says is what it shows. */

const app = (() => {
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
    box = null,
    read = "",
    isComposing = false,
    isPressed = false,
    drawn = null,
    asked = null,
    shown = "",
    told = false;

  const go = (changes) => {
    location.hash = addresses.changed(changes);
    asked = location.hash;
  };

  function tell(text) {
    told = true;
    if (status.textContent !== text) status.textContent = text;
  }

  /* Look for what is typed, a little later; who goes elsewhere meanwhile goes there. */
  function type(text) {
    clearTimeout(typing);
    const from = location.hash;
    typing = setTimeout(() => {
      typing = null;
      if (location.hash !== from) return fill();
      location.replace(addresses.changed(sought(text)));
      asked = location.hash;
    }, 150);
  }

  /* What a search for a text changes in the address. */
  function sought(text) {
    const table = filters.isSearched(app.state.table) ? app.state.table : "";
    return { q: text.trim() ? text : "", id: "", view: "", picture: "", measured: "", sort: "", table };
  }

  function turned() {
    app.state = addresses.read(); // what is clicked goes on from there
    if (location.hash === drawn) return fill(); // a click was before it
    const { activeElement: left } = document;
    // Who goes elsewhere, or back, has given up what was typed in a box and not entered.
    if (location.hash !== asked && left.tagName === "INPUT" && main.contains(left)) left.value = left.defaultValue;
    if (!isPressed) draw();
  }

  /* What is pressed stays where it is until it is let go: a box that is left draws anew, and the click would be lost. */
  function pressed({ target }) {
    isPressed = !target.closest("select");
  }

  function released() {
    if (!isPressed) return;
    isPressed = false;
    setTimeout(() => location.hash !== drawn && draw());
  }

  /* A button speaks of what is drawn: what waits is drawn first, and the button in the place of this one is pressed. */
  function clicked(event) {
    if (location.hash === drawn) return;
    app.state = addresses.read(); // a tap comes before the address has told of its change
    const button = event.target.closest("main :is(button, summary)");
    if (!button) return;
    event.stopImmediatePropagation();
    const again = redrawing.place(button);
    draw();
    if (again()) again().click();
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
        h("a", { class: "brand", href: addresses.of({}), lang: "en" }, "aseanrok"),
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
                    href: addresses.of({ view: name === "find" ? "" : name }),
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
              ...addresses.late(() => addresses.changed({ ...(typing ? sought(box.value) : {}), lang: other })),
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

  /* Draw what stands above the view. */
  function drawHead() {
    redrawing.put(page.querySelector(".above"), head());
    box.previousElementSibling.textContent = say("Search", app.lang);
    box.placeholder = say("A meeting, a document, a fund, a country, a year", app.lang);
    box.setAttribute("aria-label", say("Search all records", app.lang));
    fill();
  }

  /* The box says what the address asks for, but for what is being typed. */
  function fill() {
    if (!typing && !isComposing && box.value.trim() !== app.state.q.trim()) read = box.value = app.state.q;
  }

  function paint(theme) {
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
    draw();
  }

  function draw() {
    if (!page.isConnected) return; // the plain tables stand in its place
    const before = app.state;
    app.state = addresses.read();
    drawn = location.hash;
    app.lang = app.state.lang === "ko" || app.state.lang === "en" ? app.state.lang : page.dataset.lang;
    document.documentElement.lang = app.lang;
    const focused = document.activeElement,
      again = redrawing.place(focused, true);
    later = [];
    told = false;
    const view = app.state.id ? "card" : Object.hasOwn(VIEWS, app.state.view) ? app.state.view || "find" : "find";
    const parts = views[view](app.state, app.lang).flat(Infinity).filter(Boolean);
    redrawing.put(main, parts);
    drawHead();
    for (const each of later) each();
    if (!told) tell(""); // what was said of another view is not said of this one
    foot.replaceChildren(h("p", {}, about(app.lang)));
    title();
    const place = `${view} ${app.state.id} ${app.state.table} ${app.state.picture}`;
    const isElsewhere = shown && shown !== place;
    if (focused !== document.body && focused.isConnected) focused.focus();
    else if (focused.id && again()) {
      again().focus();
      if (again().select) again().select(); // as whoever comes to a box by a key finds it
    } else if (isElsewhere) {
      scrollTo(0, 0);
      const first = main.querySelector("h1");
      if (first) first.focus({ preventScroll: true });
    } else if (document.activeElement === document.body && again()) again().focus({ preventScroll: true });
    if (before.lang !== undefined && isElsewhere) scrollTo(0, 0);
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
    page.append(h("header", { class: "top" }, h("div", { class: "above" }), form()), main, foot, status);
    archive.open(window.carried);
    addEventListener("hashchange", turned);
    addEventListener("pointerdown", pressed, true);
    addEventListener("click", clicked, true);
    for (const name of ["pointerup", "pointercancel", "dragend", "keydown"]) addEventListener(name, released, true);
    addEventListener("blur", released); // of the window
    // Of some no end is told: outside the window, on a bar.
    addEventListener("pointermove", ({ buttons }) => buttons || released(), true);
    addEventListener("keydown", (event) => {
      const typed = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
      if (event.key === "/" && page.isConnected && !typed && !event.ctrlKey && !event.metaKey && !event.altKey) {
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
    address: addresses.of,
    tell,
    after: (made) => later.push(made),
    open: (id) => {
      location.hash = addresses.of({ id });
    },
    state: {},
    lang: "en",
  };
})();

app.start();
