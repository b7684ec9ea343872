import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, parseFragment } from 'parse5';

export type { DefaultTreeAdapterTypes as Tree } from 'parse5';
export { defaultTreeAdapter as tree } from 'parse5';

/** The tree of a page as browsers build it; every node knows where it stands in the source. */
export function parsePage(source: string): DefaultTreeAdapterTypes.Document {
  return parse(source, { sourceCodeLocationInfo: true });
}

/** The text that markup without tags stands for. */
export function unescaped(markup: string): string {
  const [first] = parseFragment(markup).childNodes;
  return first !== undefined && defaultTreeAdapter.isTextNode(first) ? first.value : '';
}
