import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { read } from '../../src/extract.ts';
import { entryOf } from '../../src/journal/entry.ts';

const PAGE = `利津县添探头
来源：东营日报 2016-03-02 记者 王小明
2015年，利津县投资320余万元，新建视频监控探头460个。村民张建国说，家门口亮了。
责任编辑：李卫东`;

function entry(words: string) {
  const bytes = Buffer.from(words);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const reading = read({ uri: 'a.txt', mediaType: 'text/plain', bytes, sha256 });
  return { reading, entry: entryOf(reading, null) };
}

describe('what the journal keeps of an article', () => {
  it('is as long as the article text, and holds every quote where the record says', () => {
    const { reading, entry: kept } = entry(PAGE);
    expect(kept.text).toHaveLength(reading.article.text.length);
    expect(kept.record.claims.length).toBeGreaterThan(0);
    for (const { start, end, quote } of kept.record.claims) expect(kept.text.slice(start, end)).toBe(quote);
  });

  it('names nobody: not in the body, nor in by-lines', () => {
    const kept = JSON.stringify(entry(PAGE).entry);
    for (const name of ['王小明', '张建国', '李卫东']) expect(kept).not.toContain(name);
    expect(kept).toContain('███说');
  });
});
