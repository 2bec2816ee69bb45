/* What is drawn anew while somebody is at it: the box that is typed in stays, and the keyboard where it was. */

const redrawing = (() => {
  const DRAWN_LATER = "[data-drawn-later]"; // what is drawn into such a place comes after the place

  /* An element and all that holds it below `root`, from the outside. */
  function path(element, root) {
    const found = [];
    for (let each = element; each && each !== root; each = each.parentElement) found.unshift(each);
    return found;
  }

  /* Let an element say of itself, and do, what another of its kind does. */
  function become(element, other) {
    const { value } = other,
      isNew = element.defaultValue !== other.defaultValue; // what is typed stays where nothing else is asked for
    for (const each of ["onchange", "onsubmit"]) element[each] = other[each];
    for (const each of other.attributes) element.setAttribute(each.name, each.value);
    if (element.options && element.textContent !== other.textContent) element.replaceChildren(...other.children);
    if (isNew || (element.options && element.value !== value)) element.value = value;
  }

  /* Return what gives the element that stands where this one stood: of its id, or as many of its kind behind the first;
     `orLast` of them, where there are fewer. */
  function place(element, orLast = false) {
    const kind = `${element.tagName}${[...element.classList].map((name) => `.${CSS.escape(name)}`).join("")}`;
    const all = () => [...document.querySelectorAll(kind)];
    const at = all().indexOf(element);
    return () => (element.id ? document.getElementById(element.id) : all()[at] || (orLast && all().pop()));
  }

  /* Put parts in the place of what `root` holds. A box that has the focus, and what holds it, stay what they are where
     the parts have the like: another box would not know what was typed, nor which letters chose in a list. */
  function put(root, parts) {
    const made = document.createElement("div");
    made.append(...parts);
    const focused = document.activeElement;
    const isBox = /^(INPUT|SELECT)$/.test(focused.tagName) && root.contains(focused);
    const around = isBox && path(focused, root).find((each) => each.matches(DRAWN_LATER));
    const own = isBox ? path(around || focused, root) : [];
    const last = own[own.length - 1];
    const others = last && last.id ? path(made.querySelector(`#${CSS.escape(last.id)}`), made) : [];
    if (!own.length || own.length !== others.length || own.some((each, at) => each.tagName !== others[at].tagName))
      return root.replaceChildren(...made.childNodes);
    own.forEach((each, at) => {
      const holder = each.parentNode,
        beside = [...others[at].parentNode.childNodes],
        middle = beside.indexOf(others[at]);
      for (const other of [...holder.childNodes]) if (other !== each) other.remove();
      each.before(...beside.slice(0, middle));
      each.after(...beside.slice(middle + 1));
      become(each, others[at]);
    });
  }

  return { place, put };
})();
