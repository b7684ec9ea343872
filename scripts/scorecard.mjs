// `npm run scorecard`: scores evaluation/ with the rules as built into dist/, and writes docs/scorecard.md, and what the API says of it.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { measuredAccuracy } from '../dist/score/measured.js';
import { scorecardPage } from '../dist/score/page.js';

const folder = fileURLToPath(new URL('../evaluation', import.meta.url));
writeFileSync(new URL('../docs/scorecard.md', import.meta.url), await scorecardPage(folder));
const accuracy = await measuredAccuracy(folder);
writeFileSync(new URL('../src/score/accuracy.json', import.meta.url), `${JSON.stringify(accuracy, null, 2)}\n`);
