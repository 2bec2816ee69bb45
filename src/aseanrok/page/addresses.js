/* What the address of the page asks for, and the addresses of other views. */

const addresses = (() => {
  const PARTS = ["view", "table", "picture", "q", "id", "framework", "country", "since", "until", "measured", "sort", "lang"];

  /* Return what the address asks for, part by part. */
  function read() {
    const said = new URLSearchParams(location.hash.slice(1));
    const others = [...said].filter(([name], at, all) => !PARTS.includes(name) || all.findIndex(([each]) => each === name) < at);
    return {
      // A box has no ends of lines.
      ...Object.fromEntries(PARTS.map((name) => [name, (said.get(name) || "").replace(/[\r\n]+/g, " ").trim()])),
      // What is no part, or there twice, or not behind the #.
      others: [...[location.search].filter(Boolean), ...others.map(([name, value]) => `${name}=${value}`)],
    };
  }

  /* Return the address of a view: the language stays, and with it nothing but what is asked for. */
  function of(parts) {
    const said = new URLSearchParams();
    const known = { lang: app.state.lang, ...parts };
    if (known.id)
      for (const name of ["view", "table", "q"])
        if (app.state[name] && known[name] === undefined) known[name] = app.state[name];
    for (const name of PARTS) if (known[name]) said.set(name, known[name]);
    return `#${said}`;
  }

  /* Return the address of what is shown, with other parts. */
  function changed(changes) {
    const next = { ...app.state, ...changes },
      said = new URLSearchParams();
    for (const name of PARTS) if (next[name]) said.set(name, next[name]);
    return `#${said}`;
  }

  /* Where a link leads whose address is made when it is followed or dragged: what was typed may be of it. */
  function late(address) {
    const made = ({ currentTarget }) => {
      app.state = read(); // of a drag before the address has told of its change
      currentTarget.href = address();
    };
    const dragged = (event) => {
      made(event);
      const { href: whole } = event.currentTarget;
      event.dataTransfer.clearData(); // the browser has put in what the address was
      for (const kind of ["text/uri-list", "text/plain"]) event.dataTransfer.setData(kind, whole);
    };
    return { href: address(), onclick: made, onauxclick: made, oncontextmenu: made, ondragstart: dragged };
  }

  return { read, of, changed, late };
})();
