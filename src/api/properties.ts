/** What a field of Claim is made of, where it is not the property of its name; `types/claim.ts` reads no other. */
const MADE_OF: Readonly<Record<string, readonly string[]>> = {
  ...{ key: [], citation: [], reviews: [], parts: [], fact: [] },
  evidence: ['evidenceFields', 'evidenceStarts', 'evidenceEnds', 'evidenceFroms', 'start', 'quote'],
  context: ['contextBefore', 'contextAfter'],
  article: ['articleId'],
  actors: ['actorTypes', 'actorRefs', 'actorNames'],
  agency: ['actorTypes', 'actorRefs'],
  recipient: ['recipientType', 'recipientRef', 'recipientName'],
  programs: ['programIds'],
  program: ['programIds'],
  places: ['placeCodes'],
  place: ['placeCode'],
};
/** Properties of Claim that are a field by that name. */
const PLAIN =
  `event kind quote start end review asset assetText counted count countMin countMax unit amountCny amountMin amountMax
  approx stage scope from to asOf year dateText partOf paysFor supersedes rule rulesVersion`.split(/\s+/);

/** The properties of claims that these fields need, whatever types they are fields of; `id` always, sorted. */
export function claimProperties(fields: ReadonlySet<string>): readonly string[] {
  const made = Object.entries(MADE_OF).flatMap(([field, properties]) => (fields.has(field) ? properties : []));
  return [...new Set(['id', ...made, ...PLAIN.filter((field) => fields.has(field))])].sort();
}
