/** A sample of every kind of quantity a phrase may stand for. */
const samples: Readonly<Record<string, string>> = {
  "#": "50 ms",
  "#duration": "50 ms",
  "#rate": "10 requests per second",
  "#count": "5 million users",
  "#share": "5%",
  "#money": "8 dollars",
  "#bytes": "16 GB",
  "#multiple": "10x",
  "#plain": "7",
};

/**
 * A phrase as people could say it: each of its alternatives once, gaps left empty, words that may be absent once there
 * and once not.
 */
export function spokenOf(phrase: string): readonly string[] {
  const places = phrase.split(/\s+/).filter((word) => !/^\.+$/.test(word));
  const choices = places.map(wordsFor);
  const longest = Math.max(...choices.map(({ length }) => length));
  const said = Array.from({ length: longest }, (_, turn) =>
    choices.map((words) => words[Math.min(turn, words.length - 1)]!).filter((word) => word !== ""),
  );
  return [...new Set(said.map((words) => words.join(" ")))];
}

function wordsFor(place: string): readonly string[] {
  const optional = place.endsWith("?");
  const words = (optional ? place.slice(0, -1) : place)
    .split("|")
    .map((word) => samples[word] ?? word.replace(/^=|\*$/g, ""));
  return optional ? [...words, ""] : words;
}
