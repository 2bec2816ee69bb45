"use strict";
/* Unpacks bzip2, which packs the texts of the page better than LZMA does.

   unzipped(bytes)   the bytes that were packed, as one array; no sums are looked at */

function unzipped(packed) {
  let bitAt = 0;
  const bits = (count) => {
    let number = 0;
    while (count--) number = number * 2 + ((packed[bitAt >> 3] >> (7 - (bitAt++ & 7))) & 1);
    return number;
  };
  const times = (count, made) => Array.from({ length: count }, (_, number) => made(number));
  const moveToFront = (list, at) => {
    const [taken] = list.splice(at, 1);
    list.unshift(taken);
    return taken;
  };
  // How many bits are set before one that is not.
  const ones = () => {
    let count = 0;
    while (bits(1)) count++;
    return count;
  };

  // A Huffman code, by the length of each symbol's bits: a reader of the next symbol.
  function coding(lengths) {
    const longest = Math.max(...lengths),
      symbols = [],
      ends = [];
    for (let length = 1; length <= longest; length++) {
      for (const [symbol, own] of lengths.entries()) if (own === length) symbols.push(symbol);
      ends[length] = symbols.length;
    }
    return () => {
      let code = 0,
        first = 0;
      for (let length = 1, before = 0; length <= longest; before = ends[length++]) {
        code = code * 2 + bits(1);
        first *= 2;
        const count = ends[length] - before;
        if (code - first < count) return symbols[before + code - first];
        first += count;
      }
      throw new Error("no such code");
    };
  }

  function lengthsOf(count) {
    let length = bits(5);
    return times(count, () => {
      while (bits(1)) length += bits(1) ? -1 : 1;
      return length;
    });
  }

  // The letters of a block, sorted by what follows each, and which of them is the first.
  function sorted() {
    bits(33); // its sum, and a mark that is out of use
    const first = bits(24),
      groups = bits(16),
      used = [];
    for (let group = 0; group < 16; group++)
      if ((groups >> (15 - group)) & 1) for (let low = 0; low < 16; low++) if (bits(1)) used.push(16 * group + low);
    const count = bits(3),
      order = times(count, (number) => number),
      chosen = times(bits(15), () => moveToFront(order, ones())),
      codes = times(count, () => coding(lengthsOf(used.length + 2)));
    const end = used.length + 1,
      letters = new Uint8Array(9e5);
    let size = 0,
      again = 0,
      weight = 1;
    for (let at = 0; ; at++) {
      const symbol = codes[chosen[Math.floor(at / 50)]]();
      if (symbol < 2) {
        again += weight << symbol;
        weight *= 2;
        continue;
      }
      letters.fill(used[0], size, (size += again));
      [again, weight] = [0, 1];
      if (symbol === end) return [letters.subarray(0, size), first];
      letters[size++] = moveToFront(used, symbol - 1);
    }
  }

  // A block in the order in which it was written; after four letters that are the same stands how many more there are.
  function written([letters, first], found) {
    const starts = new Uint32Array(257),
      next = new Uint32Array(letters.length);
    for (const letter of letters) starts[letter + 1]++;
    for (let letter = 0; letter < 256; letter++) starts[letter + 1] += starts[letter];
    letters.forEach((letter, at) => (next[starts[letter]++] = at));
    let at = next[first],
      same = 0,
      last = -1;
    for (let left = letters.length; left; left--, at = next[at]) {
      const letter = letters[at];
      if (same === 4) {
        for (let more = letter; more; more--) found.push(last);
        [same, last] = [0, -1];
      } else {
        same = letter === last ? same + 1 : 1;
        last = letter;
        found.push(letter);
      }
    }
  }

  const found = [];
  bits(32); // BZh9
  while (bits(24) === 0x314159 && bits(24) === 0x265359) written(sorted(), found);
  return new Uint8Array(found);
}
