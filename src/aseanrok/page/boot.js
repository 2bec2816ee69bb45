"use strict";
/* Unpacks what the page carries, the tables and the style and the script that show them, and uses them: the policy
   names their sums. Packed they take a quarter of the room. Where it cannot, bare.js shows the plain tables. */
(() => {
  /* A letter of ASCII, without "<", is 7 bits, another one 12 or 13: see packing.py. */
  function bytesOf(letters) {
    const bytes = new Uint8Array(2 * letters.length);
    let waiting = 0,
      count = 0,
      end = 0;
    const take = (bits, many) => {
      waiting |= bits << count;
      for (count += many; count > 7; count -= 8) {
        bytes[end++] = waiting;
        waiting >>= 8;
      }
    };
    for (let at = 0; at < letters.length; at++) {
      const code = letters.charCodeAt(at);
      if (code < 127) take(code < 32 ? code - 9 : code - (code > 60 ? 31 : 30), 7);
      else {
        const long = code - 160,
          number = long < 160 ? long : (long + 160) >> 1;
        take(96 + (number >> 5) + ((number & 31) << 7), 12);
        if (long >= 160) take(long & 1, 1);
      }
    }
    return bytes;
  }

  /* LZMA, as packing.py writes it: three bits of the letter before choose how a letter is read, no bit of its place.
     No browser has it built in; against what they have (deflate) it makes the page a tenth smaller. */
  function unpacked(packed, length) {
    const found = new Uint8Array(length);
    const chances = (count) => new Uint16Array(count).fill(1024);
    // The range and the code, in an array of whole numbers: others of this size a browser keeps in boxes, and is slower.
    const now = new Uint32Array([2 ** 32 - 1, new DataView(packed.buffer).getUint32(1)]);
    let next = 5;
    const refill = () => {
      if (now[0] < 2 ** 24) {
        now[0] <<= 8;
        now[1] = (now[1] << 8) | packed[next++];
      }
    };
    const bit = (of, at) => {
      const chance = of[at],
        bound = (now[0] >>> 11) * chance,
        is = now[1] >= bound ? 1 : 0;
      if (is) {
        now[0] -= bound;
        now[1] -= bound;
        of[at] = chance - (chance >> 5);
      } else {
        now[0] = bound;
        of[at] = chance + ((2048 - chance) >> 5);
      }
      refill();
      return is;
    };
    const even = (count) => {
      let number = 0;
      while (count--) {
        now[0] >>>= 1;
        const is = now[1] >= now[0] ? 1 : 0;
        if (is) now[1] -= now[0];
        number = number * 2 + is;
        refill();
      }
      return number;
    };
    const tree = (of, count, start = 0) => {
      let node = 1;
      for (let left = count; left; left--) node = node * 2 + bit(of, start + node);
      return node - (1 << count);
    };
    const treeFromBelow = (of, count, start = 0) => {
      let node = 1,
        number = 0;
      for (let place = 0; place < count; place++) {
        const is = bit(of, start + node);
        node = node * 2 + is;
        number += is << place;
      }
      return number;
    };
    const lengths = () => {
      const choice = chances(2),
        [short, middle, long] = [chances(8), chances(8), chances(256)];
      return () => 2 + (bit(choice, 0) ? (bit(choice, 1) ? 16 + tree(long, 8) : 8 + tree(middle, 3)) : tree(short, 3));
    };
    const letters = chances(8 * 768),
      [isCopy, isAgain, isOlder, isOlderStill, isOldest, isLong] = Array.from({ length: 6 }, () => chances(12)),
      slots = Array.from({ length: 4 }, () => chances(64)),
      [near, aligned] = [chances(128), chances(16)],
      [fresh, again] = [lengths(), lengths()];
    const distance = (slot) => {
      if (slot < 4) return slot;
      const bits = (slot >> 1) - 1,
        least = (2 + (slot & 1)) * 2 ** bits;
      if (slot < 14) return least + treeFromBelow(near, bits, least - slot);
      return least + even(bits - 4) * 16 + treeFromBelow(aligned, 4);
    };
    let state = 0,
      at = 0,
      [far, second, third, fourth] = [0, 0, 0, 0];
    while (at < length) {
      if (!bit(isCopy, state)) {
        const start = 768 * (at ? found[at - 1] >> 5 : 0);
        let letter = 1;
        if (state >= 7) {
          let other = found[at - far - 1],
            same = true;
          while (same && letter < 256) {
            const wanted = (other >> 7) & 1,
              is = bit(letters, start + 256 * (1 + wanted) + letter);
            other <<= 1;
            letter = letter * 2 + is;
            same = is === wanted;
          }
        }
        while (letter < 256) letter = letter * 2 + bit(letters, start + letter);
        found[at++] = letter;
        state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
        continue;
      }
      let count = 0;
      if (!bit(isAgain, state)) {
        [second, third, fourth] = [far, second, third];
        count = fresh();
        state = state < 7 ? 7 : 10;
        far = distance(tree(slots[Math.min(count - 2, 3)], 6));
      } else if (bit(isOlder, state)) {
        if (!bit(isOlderStill, state)) [far, second] = [second, far];
        else if (!bit(isOldest, state)) [far, second, third] = [third, far, second];
        else [far, second, third, fourth] = [fourth, far, second, third];
      } else if (!bit(isLong, state)) {
        count = 1;
        state = state < 7 ? 9 : 11;
      }
      if (!count) {
        count = again();
        state = state < 7 ? 8 : 11;
      }
      for (; count; count--, at++) found[at] = found[at - far - 1];
    }
    return found;
  }

  function use(name, text) {
    const element = document.createElement(name);
    element.textContent = text;
    document.head.append(element);
    return element;
  }

  try {
    const element = document.getElementById("data");
    const whole = unpacked(bytesOf(element.textContent), Number(element.dataset.length));
    window.carried = JSON.parse(new TextDecoder().decode(whole));
    window.carried.texts = bytesOf(document.getElementById("texts").textContent);
  } catch {
    return plainly();
  }
  // What fails, now or once something is asked for, is told by the plain tables; a notice of the browser is no error.
  addEventListener("error", ({ error }) => error && plainly());
  use("style", window.carried.style);
  document.getElementById("page").replaceChildren(); // where a browser saved what it showed
  use("script", window.carried.script).remove(); // it has run: what a browser saves runs it anew
})();
