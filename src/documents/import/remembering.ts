const mostKept = 6000;
const longestKept = 400;

/**
 * The same function of a text, with its answers to short texts kept: a document says the same words often, and is read
 * again after each change of one line.
 */
export function remembering<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const kept = new Map<string, Answer>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined || kept.has(text)) return known as Answer;
    const answer = read(text);
    if (kept.size >= mostKept) kept.clear();
    if (text.length <= longestKept) kept.set(text, answer);
    return answer;
  };
}
