import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const COUNTIES = [
  '利津县',
  '广饶县',
  '东营市河口区',
  '东营市东营区',
  '蒙城县',
  '利辛县',
  '涡阳县',
  '攸县',
  '施秉县',
  '如皋市',
];
const OUTLETS = ['东营日报', '亳州晚报', '株洲日报', '南通日报'];

/** Writes so many short articles of our own, each different, into a folder; returns their paths in the order of loading. */
export function writeArticles(folder: string, count: number): string[] {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, i) => {
    const path = join(folder, `${String(i).padStart(4, '0')}.txt`);
    writeFileSync(path, articleText(i));
    return path;
  });
}

/** The same articles as JSONL. */
export function articleLines(count: number): string {
  const lines = Array.from({ length: count }, (_, i) => JSON.stringify({ text: articleText(i), title: `第${i}次` }));
  return `${lines.join('\n')}\n`;
}

function articleText(i: number): string {
  const county = COUNTIES[i % COUNTIES.length] ?? '';
  const year = 2010 + (i % 14);
  const day = String(1 + (i % 28)).padStart(2, '0');
  return `${county}第${i + 1}次通报技防建设
来源：${OUTLETS[i % OUTLETS.length]} ${year}-0${1 + (i % 9)}-${day}
${year - 1}年，${county}投资${100 + i}余万元，新建视频监控探头${200 + 3 * i}个，“雪亮工程”同步推进。
${county}公安局配备辅警${20 + i}名，设置治安卡口${1 + (i % 30)}处。
`;
}
