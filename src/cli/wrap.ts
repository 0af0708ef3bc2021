/** Lines of at most `width` characters, broken at spaces; a line's own indent is kept, a longer word stays whole. */
export function wrapText(text: string, width: number): string[] {
  const indent = /^ */.exec(text)![0];
  if (text.length <= width) return [text];
  const lines: string[] = [];
  let line = indent;
  for (const word of text.trimStart().split(" ")) {
    const longer = line.trim() === "" ? line + word : `${line} ${word}`;
    if (longer.length <= width || line.trim() === "") line = longer;
    else {
      lines.push(line);
      line = indent + word;
    }
  }
  return [...lines, line];
}

/** The same, where lines after the first stand further in, so that they are not taken for something new. */
export function wrapHanging(text: string, width: number, indent: number): string[] {
  const [first, ...more] = wrapText(text, width);
  if (more.length === 0) return [first!];
  const rest = text.slice(first!.length).trimStart();
  return [first!, ...wrapText(rest, width - indent).map((line) => " ".repeat(indent) + line)];
}
