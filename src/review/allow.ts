import type { Design } from "../design/design.ts";
import type { Accepted, Finding } from "./finding.ts";
import type { View } from "./view.ts";

type Allowed = NonNullable<Design["allow"]>[number];

/** Rule under which an acceptance that has run out is reported. */
export const expiredRule = "allow-expired";

/**
 * Sets aside what the document accepts in `allow:`. What has run out is accepted no longer, and is itself a finding.
 *
 * @param today  `2027-03-01`; without it nothing runs out
 */
export function acceptFindings(
  view: View,
  findings: readonly Finding[],
  today: string | undefined,
): { open: Finding[]; accepted: Accepted[] } {
  const allowed = (view.design.allow ?? []).map((one, i) => ({ one, i, over: isOver(one, today) }));
  const standing = allowed.filter(({ over }) => !over).map(({ one }) => one);
  const accepted: Accepted[] = [];
  const open = findings.filter((finding) => {
    const by = standing.find((one) => covers(one, finding));
    if (by) accepted.push({ finding, because: by.because, ...(by.until !== undefined && { until: by.until }) });
    return !by;
  });
  const expired = allowed.filter(({ over }) => over).map(({ one, i }) => expiredFinding(view, one, i));
  return { open: [...open, ...expired], accepted };
}

function covers({ rule, at }: Allowed, { rule: found, place }: Finding): boolean {
  if (rule !== found) return false;
  return at === undefined || isAtOrBelow(place.path ?? "", at);
}

/** `a.b[0]` is at or below `a` and `a.b`, and `a.bc` is not below `a.b`. */
export function isAtOrBelow(path: string, at: string): boolean {
  return path === at || path.startsWith(`${at}.`) || path.startsWith(`${at}[`);
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/** A date that cannot be read could never run out, so it counts as run out. */
function isOver({ until }: Allowed, today: string | undefined): boolean {
  if (until === undefined || today === undefined) return false;
  return !day.test(until) || Number.isNaN(Date.parse(until)) || until < today;
}

function expiredFinding(view: View, { rule, until }: Allowed, i: number): Finding {
  const readable = day.test(until ?? "");
  return {
    rule: expiredRule,
    stage: "organisation",
    severity: "gap",
    reason: "something that was accepted for a while must be looked at again",
    place: view.place(["allow", i, "until"]),
    found: readable
      ? `\`${rule}\` was accepted until ${until}, and that day has passed.`
      : `\`${rule}\` was accepted until \`${until}\`, which is no day.`,
    consequence: "What was meant to be mended by then is reported again.",
    clears: readable ? "mend it, or write a new day with a new reason" : "write a day such as `2027-03-01`",
    asks: "You accepted this for a while. What has changed since then?",
  };
}
