import type { GraphQLResolveInfo } from 'graphql';
import type { Projections } from '../store/projection.ts';
import type { Graph } from './graph.ts';
import type { Visit } from './writing.ts';

/** What every resolver of one request shares. */
export interface Context {
  readonly graph: Graph;
  /** What totals and relations are made of: one for all requests. */
  readonly projections: Projections;
  /** Who may write, and what is being written; absent where nothing may be. */
  readonly writing?: Visit;
}

/** A resolver of one field. */
export type Resolver<Parent = unknown, Args = Record<string, never>> = (
  parent: Parent,
  args: Args,
  context: Context,
  info?: GraphQLResolveInfo,
) => unknown;
