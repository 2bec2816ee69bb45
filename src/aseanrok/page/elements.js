/* Elements made from values: what is text stays text. */

function filled(element, attributes, children) {
  if ("autocomplete" in element) element.autocomplete = "off"; // what is drawn says what it is, not what it was once
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name in element && name.startsWith("on")) element[name] = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(
    ...children
      .flat(Infinity)
      .filter((child) => child !== null && child !== undefined && child !== false && child !== ""),
  );
  return element;
}

const h = (tag, attributes, ...children) => filled(document.createElement(tag), attributes, children);
const svg = (tag, attributes, ...children) =>
  filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);

/* A fixed phrase in a language, with parts in its gaps; without Korean it stays as it is. */
function say(text, lang, ...parts) {
  let at = 0;
  const known = (lang === "ko" && PHRASES[text]) || text;
  return known.replace(/\{(\d?)\}/g, (_, number) => seen(parts[number ? number - 1 : at++]));
}

/* A text of others, in which a sign that turns the letters after it is seen and turns none. */
function seen(text) {
  return String(text).replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
}

/* A link to an address outside, where it is one that a browser may follow; else its text. */
const outside = (address, ...children) =>
  /^https?:\/\//.test(address || "")
    ? h("a", { href: address, rel: "noreferrer", class: "outside" }, ...children)
    : h("span", {}, ...children);

/* Put something on the clipboard: plain text, and as a table where there is one. Return whether that was possible. */
function copied(text, table = null) {
  const put = (event) => {
    event.preventDefault();
    event.clipboardData.setData("text/plain", text);
    if (table) event.clipboardData.setData("text/html", table);
  };
  document.addEventListener("copy", put);
  try {
    return document.execCommand("copy");
  } finally {
    document.removeEventListener("copy", put);
  }
}

/* A button that copies, and says that it did. */
function copier(title, made) {
  const button = h("button", { type: "button", class: "copy" }, title);
  button.addEventListener("click", () => {
    const done = copied(...made());
    app.tell(say(done ? "Copied" : "This browser does not allow copying", app.lang));
    button.classList.add("done");
    setTimeout(() => button.classList.remove("done"), 1500);
  });
  return button;
}

/* The button that shows the rest of a list; on paper it says how many are shown of how many. */
function rest(words, shown, all, add) {
  const [some, every] = [shown, all].map((number) => number.toLocaleString("en"));
  const onclick = () => {
    add();
    button.remove();
  };
  const paper = say("{} of {} shown", app.lang, some, every);
  const button = h("button", { type: "button", class: "more", "data-paper": paper, onclick }, words);
  return button;
}

/* Compare two keys part by part, for a sort. */
function compared(a, b) {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return a[at] < b[at] ? -1 : 1;
  return a.length - b.length;
}
