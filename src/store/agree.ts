import { XueliangError } from '../errors.ts';
import type { Journal } from '../journal/journal.ts';
import { type Bookmark, isEmpty, REBUILDING, readBookmark } from './bookmark.ts';
import type { Store } from './store.ts';

/** What the caller allows, and who hears of what is put right. */
export interface Agreement {
  readonly adopt?: boolean;
  readonly rebuild?: boolean;
  readonly salvage?: boolean;
  readonly notify?: (line: string) => void;
}

/**
 * Up to which entry the graph is made of this journal; null when it has to be made anew.
 * @throws JOURNAL_FOREIGN, JOURNAL_SHORT (a server's graph is never made anew unasked).
 */
export async function agree(
  store: Store,
  journal: Journal,
  options: Agreement,
  isServer: boolean,
): Promise<number | null> {
  const mark = await readBookmark(store);
  const foreign = mark === null ? !(await isEmpty(store)) : mark.journal !== journal.id;
  if (foreign && !options.adopt && !options.salvage) throw foreignStore(mark, journal);
  if (mark === null || foreign || options.rebuild === true) return 0;
  if (mark.sequence === REBUILDING) {
    options.notify?.('store: a rebuild was broken off; it is begun again');
    return null;
  }
  const engine = `${store.engine.name} ${store.engine.version}`;
  if (!isServer && mark.engine !== engine) {
    options.notify?.(`store: made by ${mark.engine}, this is ${engine}; rebuilt from the journal`);
    return null;
  }
  if (mark.sequence <= journal.last) return mark.sequence;
  const lost = `the store has ${mark.sequence - journal.last} entries that the journal in ${journal.folder} lost`;
  if (isServer) throw new XueliangError('JOURNAL_SHORT', `${lost}; xueliang rebuild, then load again`);
  options.notify?.(`store: ${lost}; rebuilt from the journal: load again`);
  return null;
}

function foreignStore(mark: Bookmark | null, journal: Journal): XueliangError {
  const made = mark === null ? 'holds articles of no journal' : `was made from journal ${mark.journal}`;
  const message = `the store ${made}, not from ${journal.id} in ${journal.folder}; --adopt makes it this one’s`;
  return new XueliangError('JOURNAL_FOREIGN', message);
}
