import { dateInUrl, datelineDay, datesIn, isoDate, type StatedDate } from './date.ts';
import { anyOf, FURNITURE, isOutletName } from './furniture.ts';
import { askedOnce, isMeta, type Line } from './line.ts';
import { yearFromText } from './year.ts';

/** The parts of a page that metadata are read from. */
export interface Page {
  /** The line that holds the title, if one does. */
  readonly title: readonly Line[];
  readonly head: readonly Line[];
  /** Source lines inside the text, as above the answer to a letter. */
  readonly inner: readonly Line[];
  readonly body: readonly Line[];
  readonly foot: readonly Line[];
}

/** When an article was published: the day, or only the year; null where the page does not say. */
export interface Published {
  readonly publishedOn: string | null;
  readonly publishedYear: number | null;
}

const LABEL = anyOf(FURNITURE.dateLabels, '', '\\s*[:\\]】]?\\s*$');
const LATE = anyOf(FURNITURE.lateDateLabels, '', '\\s*[:\\]】]?\\s*$');
const NOT_DATE = anyOf(FURNITURE.notDate, '', '[\\s:]*$');

interface Ranked extends StatedDate {
  readonly rank: number;
}

/** The dates of a line. */
export const datesOf = askedOnce((line): readonly StatedDate[] => datesIn(line.folded));

/** Ranks the dates of a line: labelled before bare, 发布 before 更新; 今天是… is the reader's day, not the article's. */
function ranked(line: Line): Ranked[] {
  return datesOf(line).flatMap((date) => {
    const before = line.folded.slice(Math.max(0, date.index - 14), date.index);
    if (NOT_DATE.test(before)) return [];
    return [{ ...date, rank: LATE.test(before) ? 2 : LABEL.test(before) ? 0 : 1 }];
  });
}

/** A title that the day of the issue closes. */
const endDate = (line: Line): Ranked[] =>
  ranked(line).filter((d) => d.iso !== null && d.end === line.folded.trimEnd().length);

const best = (dates: readonly Ranked[]): Ranked | undefined => [...dates].sort((a, b) => a.rank - b.rank)[0];

/** A line that is nothing but a date, such as the signature of a notice. */
const isDateLine = (line: Line): boolean =>
  line.folded.length <= 30 &&
  datesOf(line).some((d) => {
    const rest = (line.folded.slice(0, d.index) + line.folded.slice(d.end)).replace(
      /[\s()]|文\/图|图\/文|供稿|撰稿/g,
      '',
    );
    return d.iso !== null && (rest.length <= 4 || isOutletName(rest));
  });

/** 某县人民政府办公室　2013年4月18日: who issued what the page reproduces, and when. */
const isIssued = (line: Line): boolean =>
  line.folded.length <= 44 &&
  datesOf(line).some(
    (d) =>
      d.iso !== null &&
      d.end === line.folded.trimEnd().length &&
      ISSUER.test(line.folded.slice(0, d.index).replace(/\s/g, '')),
  );

const ISSUER = /^[\u4e00-\u9fff]{4,24}(?:政府|办公室|委员会|公安局|分局|综治办|政法委|局|厅)$/;

/** ——2018年2月6日在某县第十六届人民代表大会第三次会议上: when a report was given. */
const isSession = (line: Line): boolean =>
  /^[\s(—-]*(?:19|20)\d{2}年\d{1,2}月\d{1,2}日(?:上午|下午)?在[^，。]{4,40}(?:会议|大会|全会)上?(?:的?报告)?[\s)]*$/.test(
    line.folded,
  );

/** Lines of a body within which a notice is signed before what it comes with. */
const NOTICE = 8;

const SIGNED_BY =
  /^[\d年月日/.:\s-]{8,20}(?:来自|来源|发布于)[:\s]|^[\s([【]*(?:责任编辑|责编|编辑|作者|记者|来源|稿源|审核|校对)[:\s]/;

/** 编辑：某某 2015-01-08 20:21: who signs, and when. */
const isSigned = (line: Line): boolean => SIGNED_BY.test(line.folded) && isMeta(line);

/** Reads the day of publication, or its year; `url` may tell both. */
export function readPublished(page: Page, url: string | null): Published {
  const head = [...page.head.flatMap(ranked), ...page.title.flatMap(endDate)];
  const foot = [
    ...page.foot.slice(0, 12).flatMap((l) => ranked(l).filter((d) => d.rank === 0 || (isSigned(l) && d.rank === 1))),
    ...[...page.inner.slice(-1), ...page.body.slice(-2), ...page.foot.slice(0, 4)].filter(isDateLine).flatMap(ranked),
  ];
  const inUrl = url === null ? null : dateInUrl(url);
  const day =
    best(head.filter((d) => d.iso !== null)) ??
    best(page.inner.flatMap(ranked).filter((d) => d.iso !== null && d.rank === 0)) ??
    best(foot.filter((d) => d.iso !== null)) ??
    best([...page.inner, ...page.body.slice(0, NOTICE)].filter(isIssued).flatMap(ranked)) ??
    best(
      page.body
        .slice(0, NOTICE)
        .filter(isSession)
        .flatMap(ranked)
        .filter((d) => d.iso !== null),
    ) ??
    (inUrl?.iso != null ? inUrl : undefined);
  if (day?.iso != null) return { publishedOn: day.iso, publishedYear: day.year };
  const year = best(head)?.year ?? inUrl?.year ?? best(foot)?.year ?? null;
  return (
    fromDateline(page, year) ??
    fromMasthead(page.head) ?? {
      publishedOn: null,
      publishedYear: year ?? yearFromText(page.body.map((l) => l.folded).join('\n')),
    }
  );
}

/** 2013年第18期 5月6日出版: year and day stand apart in one line. */
function fromMasthead(head: readonly Line[]): Published | null {
  for (const line of head) {
    const year = datesOf(line)[0]?.year;
    const day = /(?<!\d)(\d{1,2})月(\d{1,2})日/.exec(line.folded);
    const iso =
      year === undefined || day === null || !isMeta(line) ? null : isoDate(year, Number(day[1]), Number(day[2]));
    if (iso !== null) return { publishedOn: iso, publishedYear: Number(iso.slice(0, 4)) };
  }
  return null;
}

/** 12月27日讯 in the title or the first paragraphs, the year there or from elsewhere. */
function fromDateline(page: Page, known: number | null): Published | null {
  const dateline = [...page.title, ...page.body.slice(0, 3)].map((l) => datelineDay(l.folded)).find((d) => d !== null);
  const year = dateline?.year ?? known;
  if (dateline == null || year === null) return null;
  const iso = isoDate(year, dateline.month, dateline.day);
  return iso === null ? null : { publishedOn: iso, publishedYear: year };
}

/** A page that was printed carries its address below the text. */
const PRINTED = /^https?:\/\/[\x21-\x7e]+(?:\s+\d{1,2}\/\d{1,2})?$/;
const URL = /https?:\/\/[\w.-]+(?::\d+)?(?:\/[\w./?=&%#~:+-]*)?/;
const URL_LABEL = anyOf(FURNITURE.urlLabels, '', '\\s*[:】]\\s*$');

/** The article's own address: a labelled one, or one in the head that is more than a site's front page. */
export function readUrl(page: Page): string | null {
  for (const [lines, needsLabel] of [
    [page.head, false],
    [page.foot, true],
  ] as const) {
    for (const line of lines) {
      const match = URL.exec(line.folded);
      if (match === null || !/\/[\w?].*/.test(match[0].replace(/^https?:\/\//, ''))) continue;
      const isOwn =
        URL_LABEL.test(line.folded.slice(0, match.index)) || (PRINTED.test(line.folded) && dateInUrl(match[0]));
      if (!needsLabel || isOwn) return match[0];
    }
  }
  return null;
}
