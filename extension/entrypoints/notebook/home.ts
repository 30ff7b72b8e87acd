import type { LetterHome } from '@analysis/notebook/home';
import { freezeWeek, savePlatformScores } from '@extension/book/actions/freezes';
import { saveSetting } from '@extension/book/actions/settings';
import { currentBook } from '@extension/book/current';
import { frozenWeeks } from '@extension/book/reads/freezes';
import { setting, storedSetting } from '@extension/book/reads/settings';
import { NO_WORK, readWork, workKey } from '@shared/records/week-work';
import type { Json } from '@shared/text/json';
import { browser } from 'wxt/browser';

/** Decisions were first kept all in one setting: `{ '2026-W47': ['…'] }`. */
async function beforeWeeks(week: string): Promise<unknown> {
  const kept = await setting<Record<string, Json>>(await currentBook(), 'decisions', {});
  return kept[week];
}

/** The letter at home in the book: what is written goes through the write door, week by week. */
export const bookHome: LetterHome = {
  program: `Zhanggui ${browser.runtime.getManifest().version}`,
  async readWork(week) {
    const stored = await storedSetting(await currentBook(), workKey(week));
    const written = stored ?? (await beforeWeeks(week));
    return written === undefined ? NO_WORK : readWork(written);
  },
  async saveWork(week, work) {
    return (await saveSetting(await currentBook(), workKey(week), work as unknown as Json)).ok;
  },
  async frozenWeeks() {
    const weeks = await frozenWeeks(await currentBook());
    return weeks.map(({ id, week, takenAt }) => ({ key: id, week, takenAt }));
  },
  async openFrozen(key) {
    const found = await (await currentBook()).db.freezes.get(key);
    return found && !found.deleted ? found : null;
  },
  async freeze(frozen) {
    return (await freezeWeek(await currentBook(), frozen)).ok;
  },
  async saveScores(row) {
    return (await savePlatformScores(await currentBook(), row)).ok;
  },
  buyerPage: (buyer) => `/sidepanel.html?buyer=${encodeURIComponent(buyer)}`,
};
