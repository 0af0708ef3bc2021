/** Forms that no rule reaches, and words that two countries spell differently. */
const irregular: Readonly<Record<string, string>> = {
  using: "use",
  used: "use",
  uses: "use",
  embed: "embed",
  embeds: "embed",
  indices: "index",
  vertices: "vertex",
  matrices: "matrix",
  analyses: "analysis",
  built: "build",
  kept: "keep",
  held: "hold",
  sent: "send",
  sold: "sell",
  written: "write",
  wrote: "write",
  bought: "buy",
  chosen: "choos",
  chose: "choos",
  drawn: "draw",
  drew: "draw",
  froze: "freez",
  frozen: "freez",
  fell: "fall",
  fallen: "fall",
  went: "go",
  gone: "go",
  goes: "go",
  going: "go",
  doing: "do",
  does: "do",
  did: "do",
  done: "do",
  made: "mak",
  took: "tak",
  taken: "tak",
  gave: "giv",
  given: "giv",
  came: "com",
  saw: "se",
  seen: "se",
  lost: "los",
  learnt: "learn",
  spent: "spend",
  caught: "catch",
  children: "child",
  people: "peopl",
  centre: "center",
  centres: "center",
  catalogue: "catalog",
  catalogues: "catalog",
  stored: "stor",
  programme: "program",
  artefact: "artifact",
  artefacts: "artifact",
  licence: "licens",
  gpus: "gpu",
  cpus: "cpu",
  tpus: "tpu",
  skus: "sku",
  grey: "gray",
  defence: "defens",
  has: "hav",
  had: "hav",
  having: "hav",
  is: "be",
  are: "be",
  was: "be",
  were: "be",
  been: "be",
  being: "be",
  am: "be",
  this: "this",
  us: "us",
  its: "its",
  his: "his",
  yes: "yes",
  always: "always",
  perhaps: "perhaps",
};

/**
 * The stem of a word in lower case: endings of inflection are cut (plural, -s, -ed, -ing, -ies), and British spelling
 * becomes American. Two words are the same to the engine when their stems are.
 */
export function stemOf(word: string): string {
  const known = Object.hasOwn(irregular, word) ? irregular[word] : undefined;
  if (known !== undefined) return known;
  if (word.length < 4 || !/^[a-z]+$/.test(word))
    return word.length === 3 && /^[a-z]{2}s$/.test(word) ? short(word) : word;
  return ending(inflected(american(word)));
}

/** `pods` keeps its rule; of words with three letters only plurals of two-letter names lose theirs: `ids`, `tvs`. */
function short(word: string): string {
  return /^(ids|tvs|pcs|qas|ads|llms)$/.test(word) ? word.slice(0, -1) : word;
}

function american(word: string): string {
  return word
    .replace(/is(e|es|ed|ing|ation|ations|er|ers)$/, "iz$1")
    .replace(/ys(e|ed|es|ing|er|ers)$/, "yz$1")
    .replace(/^([a-z]{3,})our(s|ed|ing|al|hood|hoods|ite|ites)?$/, "$1or$2");
}

function inflected(word: string): string {
  if (/(ies|ied)$/.test(word)) return `${word.slice(0, -3)}i`;
  if (/[^su]s$/.test(word) && !/(ias|is)$/.test(word)) return unended(word.slice(0, -1));
  return unended(word);
}

/** Without `ing` or `ed`; the plural of a word in `ing` comes here too: `embeddings` is `embedding` is `embed`. */
function unended(word: string): string {
  if (word.endsWith("eed")) return word;
  const stripped = word.replace(/(ing|ed)(ly)?$/, "");
  return stripped.length >= 3 && /[aeiouy]/.test(stripped) ? stripped : word;
}

/** Doubled consonants, a last `e`, and `y` for `i` no longer tell two forms apart. */
function ending(word: string): string {
  const open = word.length > 3 ? word.replace(/e$/, "") : word;
  return open.replace(/([^aeiou])\1$/, "$1").replace(/([^aeiou])y$/, "$1i");
}
