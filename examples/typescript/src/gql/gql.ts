/* eslint-disable */
import * as types from './graphql.js';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Paid($within: [PlaceCode!]!, $least: Yuan!) {\n    facts(\n      filter: { kind: FUNDED, within: $within, amount: { min: $least } }\n      orderBy: { by: AMOUNT, direction: DESC }\n    ) {\n      nodes {\n        min\n        max\n        quote\n        actorNames\n        articles {\n          outlet\n          publishedOn\n        }\n      }\n    }\n  }\n": typeof types.PaidDocument,
    "\n  query Total($place: String!) {\n    total(place: $place, asset: camera) {\n      figure\n      unit\n      leftOut {\n        nodes {\n          reason\n          fact {\n            figure\n            quote\n          }\n        }\n      }\n    }\n  }\n": typeof types.TotalDocument,
    "\n  query Cameras($after: String) {\n    facts(first: 20, after: $after, filter: { kind: DEPLOYED, asset: camera }) {\n      totalCount\n      nodes {\n        id\n        figure\n        place {\n          name\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.CamerasDocument,
};
const documents: Documents = {
    "\n  query Paid($within: [PlaceCode!]!, $least: Yuan!) {\n    facts(\n      filter: { kind: FUNDED, within: $within, amount: { min: $least } }\n      orderBy: { by: AMOUNT, direction: DESC }\n    ) {\n      nodes {\n        min\n        max\n        quote\n        actorNames\n        articles {\n          outlet\n          publishedOn\n        }\n      }\n    }\n  }\n": types.PaidDocument,
    "\n  query Total($place: String!) {\n    total(place: $place, asset: camera) {\n      figure\n      unit\n      leftOut {\n        nodes {\n          reason\n          fact {\n            figure\n            quote\n          }\n        }\n      }\n    }\n  }\n": types.TotalDocument,
    "\n  query Cameras($after: String) {\n    facts(first: 20, after: $after, filter: { kind: DEPLOYED, asset: camera }) {\n      totalCount\n      nodes {\n        id\n        figure\n        place {\n          name\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.CamerasDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Paid($within: [PlaceCode!]!, $least: Yuan!) {\n    facts(\n      filter: { kind: FUNDED, within: $within, amount: { min: $least } }\n      orderBy: { by: AMOUNT, direction: DESC }\n    ) {\n      nodes {\n        min\n        max\n        quote\n        actorNames\n        articles {\n          outlet\n          publishedOn\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').PaidDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Total($place: String!) {\n    total(place: $place, asset: camera) {\n      figure\n      unit\n      leftOut {\n        nodes {\n          reason\n          fact {\n            figure\n            quote\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').TotalDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Cameras($after: String) {\n    facts(first: 20, after: $after, filter: { kind: DEPLOYED, asset: camera }) {\n      totalCount\n      nodes {\n        id\n        figure\n        place {\n          name\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql.js').CamerasDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
