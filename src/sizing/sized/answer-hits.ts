import type { Figure } from "./figure.ts";
import type { Sheet } from "./sheet.ts";

/** Only a cache of whole answers keeps a request from the path; other caches make a step faster, as its budget says. */
export function answerHits(sheet: Sheet): Figure | undefined {
  const { cache } = sheet.design.serving ?? {};
  if (
    !cache?.hits ||
    !/^(whole |full )?(respon|answer|result|price|page|prediction|recommendation|list\b)/i.test(cache.what)
  )
    return undefined;
  if (cache.hits.share >= 1) return undefined;
  return sheet.stated(["serving", "cache", "hits"], cache.hits.share, "share");
}
