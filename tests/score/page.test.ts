import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { accuracy } from '../../src/score/accuracy.ts';
import { measuredAccuracy } from '../../src/score/measured.ts';
import { scorecardPage } from '../../src/score/page.ts';

it('docs/scorecard.md is what the rules score now; npm run scorecard writes it', async () => {
  const page = await scorecardPage('evaluation');
  if (process.env.DOCS_UPDATE === '1') writeFileSync('docs/scorecard.md', page);
  expect(readFileSync('docs/scorecard.md', 'utf8')).toBe(page);
});

it('what the API says of accuracy is what the rules score now', async () => {
  const measured = await measuredAccuracy('evaluation');
  if (process.env.DOCS_UPDATE === '1') {
    writeFileSync('src/score/accuracy.json', `${JSON.stringify(measured, null, 2)}\n`);
  }
  expect(accuracy()).toEqual(measured);
});
