import type { PlaceRef } from '../gazetteer/place.ts';
import { findDocumentNumbers } from '../mention/document-number.ts';
import type { AgencyMention, ProgramMention } from '../mention/mention.ts';
import { plainName } from '../mention/program-name.ts';
import { Cover } from '../mention/span.ts';
import { simplifiedUnit } from '../text/script.ts';
import { originalSpan } from '../text/text.ts';
import type { RecordAgency, RecordDocument, RecordPlace, RecordProgram } from './claim.ts';
import type { Draft } from './draft.ts';
import type { Scene } from './scene.ts';

/** The places that a text names by themselves, and those that its claims hold at. */
export function recordPlaces(scene: Scene, drafts: readonly Draft[]): RecordPlace[] {
  const { agencies, programs, places } = scene.mentions;
  const names = new Cover([...agencies.mentions, ...programs.mentions]);
  const named = places.mentions
    .filter((m) => m.place && !names.meets(m.start, m.end))
    .flatMap((m) => (m.place ? [m.place] : []));
  return unique([...named, ...drafts.flatMap((d) => d.site.places)]).map(({ code, name, level }) => ({
    code,
    name,
    level,
  }));
}

function unique(places: readonly PlaceRef[]): PlaceRef[] {
  return [...new Map(places.map((p) => [p.code, p])).values()];
}

/** The bodies that a text names, each with the words that it uses for them. */
export function recordAgencies(scene: Scene): RecordAgency[] {
  const groups = groupById(scene.mentions.agencies.mentions);
  const named = groups.map(([first, surfaces]) => ({
    id: first.agency.id,
    name: first.agency.name,
    type: first.agency.type,
    placeCode: first.agency.place?.code ?? null,
    ...(first.agency.parent === null ? {} : { parent: first.agency.parent }),
    aliases: surfaces,
  }));
  return [...named, ...parentsOf(named)];
}

/** The bureaus that named units belong to (县公安局 of 县公安局治安大队), where the text names them only so. */
function parentsOf(named: readonly RecordAgency[]): RecordAgency[] {
  const known = new Set(named.map((a) => a.id));
  const parents = new Map<string, RecordAgency>();
  for (const unit of named) {
    const [placeCode, type, name] = unit.parent?.split('/').length === 3 ? unit.parent.split('/') : [];
    if (!unit.parent || known.has(unit.parent) || !name || !unit.name.startsWith(name) || unit.name.endsWith('分局'))
      continue;
    parents.set(unit.parent, {
      id: unit.parent,
      name,
      type: type as RecordAgency['type'],
      placeCode: placeCode === '-' ? null : (placeCode ?? null),
      aliases: [],
    });
  }
  return [...parents.values()];
}

function groupById(mentions: readonly AgencyMention[]): [AgencyMention, string[]][] {
  const groups = new Map<string, [AgencyMention, Set<string>]>();
  for (const m of mentions) {
    const group = groups.get(m.agency.id) ?? [m, new Set<string>()];
    group[1].add(m.surface);
    groups.set(m.agency.id, group);
  }
  return [...groups.values()].map(([first, surfaces]) => [first, [...surfaces]]);
}

/** The programs that a text names, and the descriptions that its claims are about. */
export function recordPrograms(scene: Scene, drafts: readonly Draft[]): RecordProgram[] {
  const { mentions, weak } = scene.mentions.programs;
  const claimed = new Set(drafts.flatMap((d) => d.about.programs.map((p) => p.id)));
  const all = [...mentions, ...weak.filter((m) => claimed.has(m.program.id))].sort((a, b) => a.start - b.start);
  const groups = new Map<string, ProgramMention[]>();
  for (const m of all) groups.set(m.program.id, [...(groups.get(m.program.id) ?? []), m]);
  return [...groups.values()].flatMap((group) => {
    const program = group[0]?.program;
    if (!program) return [];
    const { id, name, nameEn, category, discovered } = program;
    const aliases = [...new Set(group.map((m) => plainName(m.surface)))].filter((a) => a !== name);
    return [{ id, name, ...(nameEn === null ? {} : { nameEn }), category, aliases, discovered }];
  });
}

/** The document numbers that a text cites, and those that stand in its head or foot: often its own. */
export function recordDocuments({ text, mentions }: Scene): RecordDocument[] {
  const cited = mentions.documents.map((mention) => ({ number: mention.number, ...originalSpan(text, mention) }));
  const heading = text.article.hints.flatMap((hint) => {
    const line = Array.from({ length: hint.end - hint.start }, (_, i) => text.article.text.charCodeAt(hint.start + i));
    return findDocumentNumbers(String.fromCharCode(...line.map(simplifiedUnit))).map(({ number, start, end }) => ({
      number,
      start: hint.start + start,
      end: hint.start + end,
    }));
  });
  return [...heading, ...cited].sort((a, b) => a.start - b.start);
}
