import type { Article } from './article/article.ts';
import { readArticle } from './article/read.ts';
import type { ExtractionRecord } from './claim/claim.ts';
import { type ClaimReading, findClaims } from './claim/find.ts';
import { toRecord } from './claim/record.ts';
import { Scene } from './claim/scene.ts';
import { type Mentions, readMentions } from './mention/read.ts';
import type { Source } from './source/source.ts';
import { readText } from './text/read.ts';
import type { Text } from './text/text.ts';

/** Everything that was read in one article, stage by stage. */
export interface Reading {
  readonly article: Article;
  readonly text: Text;
  readonly mentions: Mentions;
  readonly scene: Scene;
  readonly claims: ClaimReading;
  readonly record: ExtractionRecord;
}

/** Reads one source through every stage up to its record. @throws XueliangError when it holds no readable article. */
export function read(source: Source): Reading {
  const article = readArticle(source);
  const text = readText(article);
  const mentions = readMentions(text);
  const scene = new Scene(text, mentions);
  const claims = findClaims(scene);
  return { article, text, mentions, scene, claims, record: toRecord(scene, claims) };
}

/** The extraction record of one source. @throws XueliangError when it holds no readable article. */
export function extract(source: Source): ExtractionRecord {
  return read(source).record;
}
