// `npm run scorecard`: scores evaluation/ with the rules as built into dist/, and writes docs/scorecard.md.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { scorecardPage } from '../dist/score/page.js';

const page = await scorecardPage(fileURLToPath(new URL('../evaluation', import.meta.url)));
writeFileSync(new URL('../docs/scorecard.md', import.meta.url), page);
