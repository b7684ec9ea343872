import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Two short articles of our own. */
export const PAID = `利津县添探头
来源：东营日报 2016-03-02
2015年，利津县投资320余万元，新建视频监控探头460个。`;
export const POSTED = `垦利县配备辅警
来源：东营日报 2016-05-11
垦利县配备辅警120名，“雪亮工程”同步推进。`;

/** A folder of its own for one test, gone after it. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const path = mkdtempSync(join(tmpdir(), 'xueliang-cli-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return {
    path,
    at: (name: string) => join(path, name),
    store: `file:${join(path, 'store.db')}`,
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
