/**
 * Names that every text format takes, made from ids: letters, digits and `_` with a prefix, so that none is a word of
 * the format. Ids that would become the same name are told apart by a number.
 */
export function safeNames(ids: readonly string[], prefix: string): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    ids.map((id) => {
      const plain = prefix + id.replaceAll(/[^A-Za-z0-9_]/g, "_").slice(0, 60);
      let name = plain;
      for (let at = 2; taken.has(name); at++) name = `${plain}_${at}`;
      taken.add(name);
      return [id, name];
    }),
  );
}
