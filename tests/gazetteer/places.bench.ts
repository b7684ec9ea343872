import { bench, describe } from 'vitest';
import { Gazetteer } from '../../src/gazetteer/gazetteer.ts';
import { findPlaces } from '../../src/mention/place.ts';
import { textOf } from '../mention/text-of.ts';

const PAGE =
  '霍邱县公安局在石店镇、马店镇和城关镇安装摄像机300个。六安市金安区投入900万元，全市21个派出所联网。临淮岗镇双桥村先行，我县各村跟进。\n';
const pageOf = (bytes: number) => textOf(PAGE.repeat(Math.ceil(bytes / Buffer.byteLength(PAGE))), '2019-05-06');
const few = { iterations: 3, warmupIterations: 1, time: 0, warmupTime: 0 };

/** The first look-up in a process; 300 ms are allowed, indexes left out. */
const started = performance.now();
const gazetteer = Gazetteer.load();
console.log(`gazetteer loaded in ${Math.round(performance.now() - started)} ms`);

describe('findPlaces in text that is nearly all names: ten times the text, ten times the time', () => {
  const [short, long] = [pageOf(300_000), pageOf(3_000_000)];
  bench('0.3 MB', () => void findPlaces(short, gazetteer, []), few);
  bench('3 MB', () => void findPlaces(long, gazetteer, []), few);
});
