import type { RecordAgency, RecordProgram } from '../../src/claim/claim.ts';
import type { ReadArticle } from '../../src/store/load.ts';
import { article, BUREAU, EYES } from './fixture.ts';

/** Every label that search looks through. */
export const ALL = ['Place', 'Agency', 'Program', 'Outlet', 'Article', 'Claim'];

const program = (name: string, aliases: readonly string[] = [], nameEn?: string): RecordProgram => ({
  ...{ id: `370500/${name}`, name, category: 'other', aliases, discovered: true },
  ...(nameEn === undefined ? {} : { nameEn }),
});

const agency = (id: string, name: string, aliases: readonly string[]): RecordAgency => ({
  ...{ id, name, type: 'public_security', placeCode: '370500', aliases },
});

const PROGRAMS = [
  EYES,
  program('平安50'),
  program('平安建设', ['平安']),
  program('平安东营'),
  program('110联动', ['110社会联动'], '110 Linkage'),
  program('1+2+N'),
  program('天网工程', ['天网'], 'Skynet Project'),
  program('一村一警'),
  program('两打一整治专项行动', ['两打一整治']),
  program('𠮷祥社区'),
];
const AGENCIES = [
  BUREAU,
  agency('370500/public_security/a', '东营市公安局', ['市公安局', '东营公安']),
  agency('370503/public_security/b', '东营市公安局河口分局', ['河口公安分局']),
  agency('370500/political_legal/c', '中共东营市委政法委员会', ['市委政法委']),
];
/** 东营 and what lies in it, 垦利县 that was, and names of which a character reads otherwise. */
const PLACES = ['370500', '370502', '370503', '370521', '341500', '500000', '331000', '330000', '371600'];

/** Articles with names in several scripts, as they are read. */
export const SEARCHED: readonly ReadArticle[] = [
  article(
    '东营雪亮工程建成',
    { publishedOn: '2017-04-13', outlet: '东营日报' },
    [
      { kind: 'DEPLOYED', words: '東營區安裝攝像頭1926個', count: 1926, places: ['370502'] },
      { kind: 'STAFFED', words: '配备辅警320名', count: 320, places: ['370503'] },
      { kind: 'FUNDED', words: '投资6600余万元建设雪亮工程Sharp Eyes', amountCny: 66_000_000, places: ['370500'] },
    ],
    { programs: PROGRAMS, agencies: AGENCIES, places: PLACES },
  ),
  article('臺州雪亮', { publishedOn: '2018-01-01', outlet: '大众网 Dazhong' }, [], { places: ['331000'] }),
];

/** What is asked of both engines, with the name that must come first, where one must. */
export const QUERIES: readonly (readonly [query: string, first?: string])[] = [
  ['东营市', '东营市'],
  ['东营', '东营市'],
  ['東營', '东营市'],
  ['dongying', '东营市'],
  ['Dong Ying', '东营市'],
  ['dy', '东营市'],
  ['dys', '东营市'],
  ['DYQ', '东营市东营区'],
  ['dongy', '东营市'],
  ['河口区', '东营市河口区'],
  ['东营市河口区', '东营市河口区'],
  ['hekou', '东营市河口区'],
  ['垦利县', '东营市垦利县'],
  ['chongqing', '重庆市'],
  ['luan', '六安市'],
  ['taizhou', '台州市'],
  ['臺州', '台州市'],
  ['台州', '台州市'],
  ['州'],
  ['营'],
  ['市'],
  ['雪亮', '雪亮工程'],
  ['雪亮工程', '雪亮工程'],
  ['雪亮工程Sharp Eyes'],
  ['Sharp Eyes', '雪亮工程'],
  ['sharp', '雪亮工程'],
  ['ＳＨＡＲＰ　ＥＹＥＳ', '雪亮工程'],
  ['xueliang', '雪亮工程'],
  ['xlgc', '雪亮工程'],
  ['平安', '平安50'],
  ['平安50', '平安50'],
  ['平安５０', '平安50'],
  ['平安 50', '平安50'],
  ['110联动', '110联动'],
  ['110聯動', '110联动'],
  ['110', '110联动'],
  ['linkage', '110联动'],
  ['1+2+N', '1+2+N'],
  ['天网', '天网工程'],
  ['Skynet', '天网工程'],
  ['两打一整治', '两打一整治专项行动'],
  ['一村', '一村一警'],
  ['𠮷祥', '𠮷祥社区'],
  ['市公安局', '东营市公安局'],
  ['东营公安', '东营市公安局'],
  ['河口公安分局', '东营市公安局河口分局'],
  ['gonganju'],
  ['公安局', '东营市公安局'],
  ['政法委', '中共东营市委政法委员会'],
  ['摄像头1926', '東營區安裝攝像頭1926個'],
  ['配备辅警', '配备辅警320名'],
  ['辅警 配备', '配备辅警320名'],
  ['配备辅警和保安', '配备辅警320名'],
  ['320', '配备辅警320名'],
  ['东营日报', '东营日报'],
  ['dazhong', '大众网 Dazhong'],
  ['东营雪亮工程建成', '东营雪亮工程建成'],
  ['雪亮 东营'],
  ['东营市公安局经济犯罪侦查支队'],
];

/** What finds nothing, whatever it would mean to an engine. */
export const NOTHING: readonly string[] = [
  '',
  '  ',
  '\u3000',
  '😀',
  '*',
  '\\',
  '~',
  '"',
  '/./',
  '()',
  '|',
  '=',
  '█',
  '\ud800',
  '\0',
];

/** What an engine might take for syntax. */
export const SYNTAX: readonly string[] = [
  ...[
    '"东营 OR 平安"',
    'name:东营',
    '/东.*/',
    '东营~',
    '东营*',
    '东营?',
    '[a TO z]',
    '东营 AND NOT 市',
    '+东营 -市',
    'a\\',
  ],
  ...["' OR 1=1 //", '$query', '}) DETACH DELETE n //', '东营^9', '雪亮) OR (', '&& ||', '<东营>', '东营'.repeat(5000)],
];
