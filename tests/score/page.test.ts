import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { scorecardPage } from '../../src/score/page.ts';

it('docs/scorecard.md is what the rules score now; npm run scorecard writes it', async () => {
  const page = await scorecardPage('evaluation');
  if (process.env.DOCS_UPDATE === '1') writeFileSync('docs/scorecard.md', page);
  expect(readFileSync('docs/scorecard.md', 'utf8')).toBe(page);
});
