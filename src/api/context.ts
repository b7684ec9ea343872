import type { Graph } from './graph.ts';

/** What every resolver of one request shares. */
export interface Context {
  readonly graph: Graph;
}

/** A resolver of one field. */
export type Resolver<Parent = unknown, Args = Record<string, never>> = (
  parent: Parent,
  args: Args,
  context: Context,
) => unknown;
