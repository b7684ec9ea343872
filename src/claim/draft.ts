import type { Span } from '../article/article.ts';
import { type AboutFinding, aboutOf } from './about.ts';
import { type ActorFinding, actorOf } from './actor.ts';
import type { Asset, ClaimKind, Scope } from './claim.ts';
import type { Frame } from './frame.ts';
import type { StageFinding } from './notice.ts';
import { type PeriodFinding, periodOf } from './period.ts';
import { siteOf } from './site.ts';
import { scopeOf, stageOf } from './stage.ts';
import type { SiteFinding } from './topic-place.ts';

/** A claim in the making: its figure and what the rules found for it, spans still in `Text.chars`. */
export interface Draft {
  readonly kind: ClaimKind;
  /** Name of the rule that found it. */
  readonly rule: string;
  readonly frame: Frame;
  readonly asset: Asset | null;
  readonly assetText: string | null;
  readonly counted: string | null;
  /** The words that say what money was for, when they stand after the figure in its sentence. */
  readonly purpose: Span | null;
  readonly actor: ActorFinding;
  readonly about: AboutFinding;
  readonly site: SiteFinding;
  readonly period: PeriodFinding | undefined;
  readonly stage: StageFinding;
  readonly scope: Scope | null;
}

/** A figure that was seen and not taken, and why. */
export interface Rejection extends Span {
  readonly code: string;
  readonly message: string;
}

/** What a rule of one kind makes of a frame: a draft, a refusal with its reason, or nothing to say. */
export type Verdict = { readonly draft: Draft } | { readonly rejected: Rejection } | undefined;

interface Settled {
  readonly kind: ClaimKind;
  readonly rule: string;
  readonly asset: Asset | null;
  readonly assetText: string | null;
  readonly counted?: string | null;
  readonly purpose?: Span | null;
  readonly about?: AboutFinding;
}

/** Completes what a rule settled with actor, program, place, date, stage and scope. */
export function complete(f: Frame, settled: Settled): Verdict {
  const draft: Draft = {
    kind: settled.kind,
    rule: settled.rule,
    asset: settled.asset,
    assetText: settled.assetText,
    counted: settled.counted ?? null,
    purpose: settled.purpose ?? null,
    frame: f,
    actor: actorOf(f),
    about: settled.about ?? aboutOf(f, settled.asset),
    site: siteOf(f),
    period: periodOf(f),
    stage: stageIn(settled.kind, f),
    scope: scopeOf(f).scope,
  };
  return { draft };
}

/** A result is planned or has happened, and people are posted or to be posted: neither is under construction or tendered. */
function stageIn(kind: ClaimKind, f: Frame): StageFinding {
  const found = stageOf(f);
  if (kind !== 'OUTCOME' && kind !== 'STAFFED') return found;
  const planned = found.stage === 'planned' && (kind === 'STAFFED' || found.from !== 'heading');
  return planned ? found : { stage: 'done', span: null, from: 'document' };
}

/** A figure that is not taken, with a stable code and the reason: it becomes an issue of the record. */
export function reject(f: Frame, code: string, message: string): Verdict {
  return { rejected: { start: f.trigger.start, end: f.trigger.end, code, message } };
}
