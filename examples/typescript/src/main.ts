import { ask, Refused } from './ask.js';
import { graphql } from './gql/gql.js';
import type { CamerasQuery } from './gql/graphql.js';

const PAID = graphql(`
  query Paid($within: [PlaceCode!]!, $least: Yuan!) {
    facts(
      filter: { kind: FUNDED, within: $within, amount: { min: $least } }
      orderBy: { by: AMOUNT, direction: DESC }
    ) {
      nodes {
        min
        max
        quote
        actorNames
        articles {
          outlet
          publishedOn
        }
      }
    }
  }
`);

const TOTAL = graphql(`
  query Total($place: String!) {
    total(place: $place, asset: camera) {
      figure
      unit
      leftOut {
        nodes {
          reason
          fact {
            figure
            quote
          }
        }
      }
    }
  }
`);

const CAMERAS = graphql(`
  query Cameras($after: String) {
    facts(first: 20, after: $after, filter: { kind: DEPLOYED, asset: camera }) {
      totalCount
      nodes {
        id
        figure
        place {
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type Camera = CamerasQuery['facts']['nodes'][number];

/** A sum for people; beyond 2^53 it comes as digits, which BigInt reads exactly. */
function yuan(amount: number | string | null | undefined): string {
  return amount == null ? '…' : (typeof amount === 'string' ? BigInt(amount) : amount).toLocaleString('en');
}

/** All facts about cameras, page by page. */
async function* cameras(): AsyncGenerator<Camera> {
  let after: string | null = null;
  do {
    const { facts }: CamerasQuery = await ask(CAMERAS, { after });
    yield* facts.nodes;
    after = facts.pageInfo.hasNextPage ? (facts.pageInfo.endCursor ?? null) : null;
  } while (after !== null);
}

console.log('谁出的钱 · Who paid');
for (const { min, max, quote, actorNames, articles } of (await ask(PAID, { within: ['370500'], least: 5e6 })).facts
  .nodes) {
  const sources = articles.map(({ outlet, publishedOn }) => `${outlet} ${publishedOn}`).join(', ');
  console.log(`${actorNames.join('、')}: ${yuan(min)} – ${yuan(max)}: “${quote}” (${sources})`);
}

console.log('\n一共多少摄像头 · How many cameras');
const { total } = await ask(TOTAL, { place: '370500' });
console.log(`${total.figure}${total.unit ?? ''}`);
for (const { reason, fact } of total.leftOut.nodes) console.log(`- ${reason}: ${fact?.figure}: “${fact?.quote}”`);

console.log('\n翻页 · Page by page');
const places = new Map<string, number>();
for await (const { place } of cameras()) places.set(place?.name ?? '', (places.get(place?.name ?? '') ?? 0) + 1);
for (const [name, facts] of places) console.log(`${name}: ${facts}`);

console.log('\n被拒绝时 · When it is refused');
try {
  await ask(CAMERAS, { after: 'nowhere' });
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.log(`${error.code}, retriable: ${error.retriable}`);
}
