import { claims, promiseOf, type Claim } from "./claims.ts";
import type { DesignDocument } from "./design.ts";
import { changesBetween, type Change } from "./diff/changes.ts";
import { meaningTree } from "./diff/meaning.ts";
import { restsOn } from "./diff/rests-on.ts";
import { startsWith } from "./lenses.ts";

export type { Change };

/** A promise that is new, gone, or says something else. */
export interface ClaimChange {
  readonly kind: "added" | "removed" | "changed";
  readonly id: string;
  readonly before?: Claim;
  readonly after?: Claim;
}

/** A promise that stayed, and whose old verdict says nothing any more. */
export interface Invalidated {
  readonly claim: Claim;
  /** The changes that it rests on, as paths. */
  readonly because: readonly string[];
}

export interface DesignDiff {
  /** What changed in meaning, in the order of the format. */
  readonly changes: readonly Change[];
  readonly claims: readonly ClaimChange[];
  readonly invalidated: readonly Invalidated[];
  /** Claims whose old verdicts still count. */
  readonly untouched: number;
}

/** What changed in meaning between two designs, claim by claim, and which old verdicts say nothing any more. */
export function compareDesigns(before: DesignDocument, after: DesignDocument): DesignDiff {
  const changes = changesBetween(meaningTree(before.design), meaningTree(after.design));
  const [old, now] = [claims(before), claims(after)];
  const claimChanges = changedClaims(old, now);
  const touched = new Set(claimChanges.map(({ id }) => id));
  const stayed = now.filter(({ id }) => !touched.has(id));
  const invalidated = stayed.flatMap((claim) => {
    const because = changes.map(({ path }) => path).filter((path) => isBelow(path, claim));
    return because.length > 0 ? [{ claim, because }] : [];
  });
  return { changes, claims: claimChanges, invalidated, untouched: stayed.length - invalidated.length };
}

function changedClaims(old: readonly Claim[], now: readonly Claim[]): ClaimChange[] {
  const before = new Map(old.map((claim) => [claim.id, claim]));
  const after = new Map(now.map((claim) => [claim.id, claim]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id): ClaimChange[] => {
    const [was, is] = [before.get(id), after.get(id)];
    if (was && is) return promiseOf(was) === promiseOf(is) ? [] : [{ kind: "changed", id, before: was, after: is }];
    return was ? [{ kind: "removed", id, before: was }] : [{ kind: "added", id, after: is! }];
  });
}

/** A change of words only, such as notes, makes no measurement old. */
const isBelow = (path: string, { kind }: Claim): boolean =>
  !/(^|\.)(notes|decisions|about|owner)(\[|\.|$)/.test(path) &&
  restsOn[kind].some((prefix) => startsWith(path, prefix));
