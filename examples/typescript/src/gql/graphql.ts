/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Why a fact is not added. */
export type LeftOutReason =
  /** It denies an added fact, or is denied by it. */
  | 'dispute'
  /** It may count the same as an added fact. */
  | 'may_overlap'
  /** It counts something else. */
  | 'measure'
  /** It has no figure. */
  | 'no_figure'
  /** Part of an added fact, or of one that is left out itself. */
  | 'part'
  /** Of another stage. */
  | 'stage'
  /** Its parts are added instead. */
  | 'whole'
  /** As may_overlap: neither place holds the other, but one is in a functional zone, and nobody says where. */
  | 'zone';

export type PaidQueryVariables = Exact<{
  within: Array<string> | string;
  least: number | string;
}>;


export type PaidQuery = { facts: { nodes: Array<{ min: number | string | null, max: number | string | null, quote: string, actorNames: Array<string>, articles: Array<{ outlet: string | null, publishedOn: string | null }> }> } };

export type TotalQueryVariables = Exact<{
  place: string;
}>;


export type TotalQuery = { total: { figure: number | string, unit: string | null, leftOut: { nodes: Array<{ reason: LeftOutReason, fact: { figure: number | string | null, quote: string } | null }> } } };

export type CamerasQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type CamerasQuery = { facts: { totalCount: number, nodes: Array<{ id: string, figure: number | string | null, place: { name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const PaidDocument = new TypedDocumentString(`
    query Paid($within: [PlaceCode!]!, $least: Yuan!) {
  facts(
    filter: {kind: FUNDED, within: $within, amount: {min: $least}}
    orderBy: {by: AMOUNT, direction: DESC}
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
    `) as unknown as TypedDocumentString<PaidQuery, PaidQueryVariables>;
export const TotalDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<TotalQuery, TotalQueryVariables>;
export const CamerasDocument = new TypedDocumentString(`
    query Cameras($after: String) {
  facts(first: 20, after: $after, filter: {kind: DEPLOYED, asset: camera}) {
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
    `) as unknown as TypedDocumentString<CamerasQuery, CamerasQueryVariables>;