import { howFar } from '@extension/book/backups/how-far';
import { daysBehind, readMark } from '@extension/book/backups/mark';
import { smallStore } from '@extension/book/journal/ways';
import { type OpenBook, openForReading } from '@extension/book/open';
import { duePromises } from '@extension/book/reads/due';
import { byIds } from '@extension/book/reads/rows';
import { setting, storedSetting } from '@extension/book/reads/settings';
import { isZone, systemWorld, zoneHere } from '@extension/book/world';
import { dayOf } from '@shared/calendar/day';
import { minuteOfDay } from '@shared/calendar/minute';
import { translator } from '@shared/i18n/background';
import { pickLang } from '@shared/i18n/lang';
import { readQuietHours } from '@shared/records/quiet-hours';
import { browser } from 'wxt/browser';
import { showBadge } from './badge';
import { type Decision, decide } from './decide';
import { notificationText, notify } from './notification';
import { readTold, writeTold } from './told';

/**
 * Looks at the book and says what has to be said. Everything it needs is read anew: the worker may have died
 * since the last time. It writes nothing but the mark of what was said.
 *
 * @returns milliseconds until it should look again
 */
export async function sweep(starting: boolean): Promise<number> {
  let zone = zoneHere();
  const world = systemWorld(() => zone);
  const book = await openForReading(world);
  if (book === null) return noBook();
  try {
    const chosen = await setting(book, 'timeZone', '');
    if (isZone(chosen)) zone = chosen;
    const decision = await look(book, starting);
    await speak(book, decision, await backupBehind(book));
    return decision.lookAgain;
  } finally {
    // An open connection would hold up an update or a restore in a page.
    book.close();
  }
}

async function look(book: OpenBook, starting: boolean): Promise<Decision> {
  const now = book.world.now();
  const today = dayOf(now, book.world.timeZone);
  return decide({
    promises: await duePromises(book, today),
    today,
    now,
    minute: minuteOfDay(now, book.world.timeZone),
    quiet: readQuietHours(await storedSetting(book, 'quietHours')),
    told: await readTold(),
    starting,
  });
}

/** How many days the newest backup is behind, once that is too many. */
async function backupBehind(book: OpenBook): Promise<number | null> {
  const [mark, stands] = await Promise.all([readMark(smallStore), howFar(book)]);
  return daysBehind(mark, stands, book.world.now());
}

async function speak(book: OpenBook, decision: Decision, behind: number | null): Promise<void> {
  const language = await setting(book, 'language', '');
  const t = translator(pickLang(language || browser.i18n.getUILanguage()));
  await showBadge(decision.count, behind, t);
  if (decision.speak.length > 0) {
    const buyers = await byIds(
      book.db.buyers,
      decision.speak.map(({ promise }) => promise.buyerId),
    );
    const names = new Map([...buyers.values()].map((buyer) => [buyer.id, buyer.name]));
    await notify(notificationText(decision.speak, names, t));
  }
  await writeTold(decision.told);
}

async function noBook(): Promise<number> {
  await showBadge(0, null, translator(pickLang(browser.i18n.getUILanguage())));
  return 30 * 60_000;
}
