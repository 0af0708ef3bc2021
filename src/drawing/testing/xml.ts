/** An element of a well-formed XML text, as far as tests need it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };
const tag = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/y;

/**
 * Reads XML strictly: quoted attributes, none twice, every tag closed in order, only known entities, one root. Written
 * apart from the writer on purpose, so that it catches what the writer gets wrong.
 */
export function readXml(text: string): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [] };
  const open = [root];
  let at = 0;
  while (at < text.length) {
    const parent = open.at(-1)!;
    if (text[at] !== "<") {
      const end = text.indexOf("<", at) === -1 ? text.length : text.indexOf("<", at);
      parent.children.push(decoded(text.slice(at, end)));
      at = end;
      continue;
    }
    tag.lastIndex = at;
    const match = tag.exec(text);
    if (!match) throw new Error(`not a tag: ${text.slice(at, at + 60)}`);
    const [whole, closing, name, attributes, empty] = match as unknown as [string, string, string, string, string];
    at += whole.length;
    if (closing) {
      if (open.pop()!.name !== name) throw new Error(`${name} is closed out of order`);
      continue;
    }
    const element = { name, attributes: attributesOf(attributes), children: [] };
    parent.children.push(element);
    if (!empty) open.push(element);
  }
  const elements = root.children.filter((child) => typeof child !== "string");
  if (open.length !== 1 || elements.length !== 1) throw new Error("not one whole root");
  return elements[0]!;
}

/** Every element below and including one. */
export function allElements(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap((child) => (typeof child === "string" ? [] : allElements(child)))];
}

export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, value] of text.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
    if (Object.hasOwn(found, name!)) throw new Error(`${name} stands twice`);
    found[name!] = decoded(value!);
  }
  return found;
}

function decoded(text: string): string {
  // eslint-disable-next-line no-control-regex -- what XML forbids is what is looked for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text) || !text.isWellFormed()) {
    throw new Error("a character that XML forbids");
  }
  return text.replaceAll(/&(.*?)(;|$)/g, (_, name: string) => {
    if (/^#\d+$/.test(name)) return String.fromCodePoint(Number(name.slice(1)));
    if (!(name in named)) throw new Error(`unknown entity ${name}`);
    return named[name]!;
  });
}
