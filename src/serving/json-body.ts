import { Problem } from "../kit/problem.ts";

/**
 * Reads the body of a request as JSON.
 *
 * @throws {Problem} `serving/malformed-json`, `serving/too-deep`
 */
export function parseJsonBody(bytes: Uint8Array, maxDepth: number): unknown {
  if (bytes.length === 0) throw malformed("The body is empty.");
  const depth = nestingDepth(bytes, maxDepth);
  if (depth > maxDepth) throw tooDeep(maxDepth);
  try {
    const text = decoder.decode(bytes);
    return JSON.parse(text, MAY_NAME_PROTOTYPE.test(text) ? refusePrototypes : undefined);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw malformed(`The body is not JSON: ${(error as Error).message}.`);
  }
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/** Written plainly or with escapes; the slow way of parsing is only for such bodies. */
const MAY_NAME_PROTOTYPE = /__proto__|\\u/;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Deepest nesting of brackets outside of texts, counted up to just beyond the limit. */
function nestingDepth(bytes: Uint8Array, limit: number): number {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let i = 0; i < bytes.length && deepest <= limit; i++) {
    const byte = bytes[i]!;
    if (inText && byte === BACKSLASH) i++;
    else if (byte === QUOTE) inText = !inText;
    else if (!inText && (byte === 0x7b || byte === 0x5b)) deepest = Math.max(deepest, ++depth);
    else if (!inText && (byte === 0x7d || byte === 0x5d)) depth--;
  }
  return deepest;
}

/** A key `__proto__` would change what an object inherits once it is copied. */
function refusePrototypes(key: string, value: unknown): unknown {
  if (key === "__proto__") throw malformed("The body has a key `__proto__`.");
  return value;
}

function malformed(found: string): Problem {
  return new Problem({
    code: "serving/malformed-json",
    found,
    fix: 'send a JSON object in UTF-8, such as `{"count": 10}`; NaN, Infinity, comments and trailing commas are not JSON',
  });
}

function tooDeep(maxDepth: number): Problem {
  return new Problem({
    code: "serving/too-deep",
    found: `The body nests deeper than ${maxDepth} levels.`,
    fix: `send at most ${maxDepth} levels of objects and arrays`,
  });
}
