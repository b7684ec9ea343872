import { anyOf, DATELINE, FURNITURE, fold, isOutletName, isPaperName } from './furniture.ts';
import { isBareLabel, isCrumb, isMeta, type Line } from './line.ts';
import { datesOf, type Page } from './metadata.ts';

const SOURCE = anyOf(FURNITURE.sourceLabels, '', '\\s*[:】\\]]\\s*([^\\s|，。;:)）】\\]”"」]*)');
const IS_SOURCE = anyOf(FURNITURE.sourceLabels, '^', ':?$');
const NOT_A_NAME = anyOf(FURNITURE.metaLabels, '^', '[\\s:]*$');

/** Reads the outlet: 来源：X, a bare name in the source line, X讯, the site's name in a crumb or the footer. */
export function readOutlet(page: Page): string | null {
  return (
    labelled(page.head) ??
    bareName(page.head.filter((l) => datesOf(l).length > 0)) ??
    labelled(page.foot.slice(0, 12)) ??
    labelled(page.body.slice(-2)) ??
    dateline(page.body) ??
    signature(page.body) ??
    crumbName(page.head) ??
    bareName(page.head) ??
    paperName(page.head) ??
    host(page.foot)
  );
}

function labelled(lines: readonly Line[]): string | null {
  for (const [i, line] of lines.entries()) {
    const match = SOURCE.exec(line.folded);
    const below = lines[i + 1];
    if (
      isBareLabel(line) &&
      below !== undefined &&
      IS_SOURCE.test(line.folded.replace(/\s/g, '')) &&
      below.text.length <= 24
    )
      return cleanName(below.text);
    if (match === null) continue;
    const at = match.index + match[0].length - (match[2]?.length ?? 0);
    const name = cleanName(line.text.slice(at, match.index + match[0].length));
    if (name !== null) return name;
    if (match[2] === '' && below !== undefined && below.text.length <= 16 && !/[:\d]/.test(below.folded))
      return cleanName(below.text);
  }
  return null;
}

function cleanName(raw: string): string | null {
  const name = raw.replace(/^[\s《“"'【[(（<]+|[\s》”"'】\])）>,，、-]+$/g, '').replace(/(?:记者|作者|編輯|编辑)$/, '');
  if (name.length < 2 || name.length > 30 || !/[\u3400-\u9fffA-Za-z]/.test(name)) return null;
  return FURNITURE.noSource.includes(name) || /^https?|^www\./.test(name) || NOT_A_NAME.test(name) ? null : name;
}

function bareName(lines: readonly Line[]): string | null {
  for (const line of lines) {
    if (isCrumb(line)) continue;
    for (const part of line.folded.split(/[\s|()]+/)) {
      const index = line.folded.indexOf(part);
      if (isOutletName(part)) return line.text.slice(index, index + part.length);
    }
  }
  return null;
}

/** The name of a small paper or account beside a date, an issue or a page. */
function paperName(head: readonly Line[]): string | null {
  for (const line of head) {
    if (isCrumb(line) || !isMeta(line)) continue;
    const name = line.folded.split(/[\s|·:(【】)]+/).find(isPaperName);
    const index = name === undefined ? -1 : line.folded.indexOf(name);
    if (name !== undefined) return line.text.slice(index, index + name.length);
  }
  return null;
}

function dateline(body: readonly Line[]): string | null {
  for (const line of body.slice(0, 4)) {
    const name = DATELINE.exec(line.folded)?.[1];
    if (name !== undefined && name.length > 2 && !FURNITURE.noSource.includes(name) && !/^(?:本|据)/.test(name)) {
      const index = line.folded.indexOf(name);
      return line.text.slice(index, index + name.length);
    }
  }
  return null;
}

function crumbName(head: readonly Line[]): string | null {
  for (const line of head.filter(isCrumb)) {
    const first =
      line.folded
        .split(/[>»›→/]/)[0]
        ?.replace(/^.*位置[:\s]*/, '')
        .trim() ?? '';
    const name = first.split(/\s+/).find(isOutletName);
    if (name !== undefined) return line.text.slice(line.folded.indexOf(name), line.folded.indexOf(name) + name.length);
  }
  return null;
}

const SIGNED = /[(（]([^()（）\s]{3,14})[)）]$/;

/** The name that signs the last paragraph in brackets. */
function signature(body: readonly Line[]): string | null {
  const name = SIGNED.exec(body.at(-1)?.text ?? '')?.[1];
  return name !== undefined && isOutletName(fold(name)) ? name : null;
}

const ADDRESSED = /^([\u4e00-\u9fff]{3,12})(?:https?:|www\.)/;
const NAMED_SOURCE = /来源(?:为|于|是)?[:“"'「\s]{1,3}([^”"'」，。]{2,14})[”"'」]/;
const HOST = anyOf(FURNITURE.hostLabels, '', '\\s*:\\s*([^\\s|,，。;]{3,24})');

function host(foot: readonly Line[]): string | null {
  for (const line of foot) {
    const match = NAMED_SOURCE.exec(line.folded) ?? HOST.exec(line.folded) ?? ADDRESSED.exec(line.folded);
    const name = match?.at(-1);
    const index = name === undefined ? -1 : line.folded.indexOf(name);
    if (name !== undefined && index >= 0) return cleanName(line.text.slice(index, index + name.length));
  }
  return null;
}
