// What the fuzzer runs: any bytes through every stage, as a page, as text and as a record. It never throws but our own
// errors, and every offset that comes out stands in the article text. Bundled to CommonJS, so that jsfuzz can see coverage.
import { createHash } from 'node:crypto';
import { XueliangError } from '../dist/errors.js';
import { read } from '../dist/extract.js';

const MEDIA_TYPES = ['text/plain', 'text/html', 'application/json'];

export function fuzz(bytes) {
  const mediaType = MEDIA_TYPES[(bytes[0] ?? 0) % MEDIA_TYPES.length];
  const body = bytes.subarray(1);
  const sha256 = createHash('sha256').update(body).digest('hex');
  try {
    check(read({ uri: 'fuzz', mediaType, bytes: body, sha256 }));
  } catch (error) {
    if (!(error instanceof XueliangError)) throw error;
  }
}

function check({ article, record }) {
  const inside = ({ start, end }) => start >= 0 && start < end && end <= article.text.length;
  for (const claim of record.claims) {
    const spans = [claim, ...Object.values(claim.evidence)];
    if (!spans.every(inside)) throw new Error(`an offset outside the text: ${JSON.stringify(spans)}`);
    const stated = article.text.slice(claim.start, claim.end);
    const same = [...claim.quote].every((c, i) => c === '█' || c === [...stated][i]);
    if (claim.quote.length !== stated.length || !same) throw new Error(`a quote that does not stand: ${claim.quote}`);
  }
  if (!record.issues.every((i) => i.start >= 0 && i.end <= article.text.length)) throw new Error('an issue outside');
}
