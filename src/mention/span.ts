import type { Span } from '../article/article.ts';

/** Whether two spans share a character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
/** Whether the inner span lies within the outer one. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The spans that no other span covers wholly or, starting earlier or being longer, overlaps. */
export function longestFirst<T extends Span>(spans: readonly T[]): T[] {
  const kept: T[] = [];
  const cover = new Cover([]);
  for (const span of [...spans].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (cover.meets(span.start, span.end)) continue;
    cover.add(span);
    kept.push(span);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** The characters that short spans take: asked without looking at every span. */
export class Cover {
  private readonly taken = new Set<number>();

  constructor(spans: readonly Span[]) {
    for (const span of spans) this.add(span);
  }

  add(span: Span): void {
    for (let i = span.start; i < span.end; i++) this.taken.add(i);
  }

  /** Whether a span stands between the two offsets, wholly or in part. */
  meets(start: number, end: number): boolean {
    for (let i = start; i < end; i++) if (this.taken.has(i)) return true;
    return false;
  }
}
