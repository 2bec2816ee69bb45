/* The page: what the address says is what it shows. */

const app = (() => {
  const PARTS = ["view", "table", "q", "id", "framework", "since", "until", "lang"];
  let root = null;

  function state() {
    const read = new URLSearchParams(location.hash.slice(1));
    const found = {};
    for (const name of PARTS) found[name] = read.get(name) || "";
    return found;
  }

  function go(changes) {
    const next = { ...app.state, ...changes };
    const said = new URLSearchParams();
    for (const name of PARTS) if (next[name]) said.set(name, next[name]);
    location.hash = said.toString();
  }

  function draw() {
    app.state = state();
    app.lang = app.state.lang || document.documentElement.lang || "en";
    const body = [];
    if (app.state.id && archive.row(app.state.id)) {
      const row = archive.row(app.state.id);
      body.push(h("h1", {}, archive.label(row, app.lang)));
      for (const { name } of archive.known(row.table).fields) {
        body.push(h("p", {}, archive.title(row.table, name, app.lang), ": ", archive.value(row.table, row, name, app.lang)));
      }
    } else {
      for (const [name, picture] of Object.entries(pictures)) {
        const place = h("section", { id: `picture-${name}`, class: "picture" }, h("h2", {}, picture.title[app.lang]));
        const container = h("div", { class: "drawn" });
        place.append(container);
        body.push(place);
        root.replaceChildren(...body);
        picture.draw(container, app.state);
      }
    }
    root.replaceChildren(...body);
  }

  async function start() {
    root = document.getElementById("page");
    await archive.open();
    addEventListener("hashchange", draw);
    draw();
  }

  return { start, go, open: (id) => go({ id }), state: {}, lang: "en" };
})();

app.start();
