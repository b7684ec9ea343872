/** What a node of the network stands for. */
export type NodeKind = 'place' | 'agency' | 'program' | 'asset';

/** Somebody or something that facts join: an end of links, and what a reader asks for by name. */
export interface NetworkNode {
  /** `kind:id`, unique: `place:370503`, `program:雪亮工程`. */
  readonly key: string;
  readonly kind: NodeKind;
  /** Code of a place as its territory stands today, id of an agency or program, kind of an asset. */
  readonly id: string;
  readonly name: string;
  /** Own and former names, short forms. */
  readonly aliases: readonly string[];
  /** Level of a place, type of an agency, category of a program; null where nothing says so. */
  readonly sort: string | null;
}
