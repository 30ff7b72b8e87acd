import { DECISIONS, type DecisionBook } from '@analysis/notebook/decisions';
import { saveSetting } from '@extension/book/actions/settings';
import { currentBook } from '@extension/book/current';
import { setting } from '@extension/book/reads/settings';
import { addDays } from '@shared/calendar/day';
import { isoWeek, mondayOfWeek } from '@shared/calendar/week';
import type { Json } from '@shared/text/json';

const KEY = 'decisions';

/** The lines of a week; whatever else may stand in the setting is passed over. */
function linesOf(kept: Readonly<Record<string, Json>>, week: string): readonly string[] {
  const lines = kept[week];
  if (!Array.isArray(lines)) return [];
  return lines.filter((line) => typeof line === 'string').slice(0, DECISIONS);
}

const weekBefore = (week: string) => isoWeek(addDays(mondayOfWeek(week), -7));

/** The weeks' decisions, kept in the book as a setting: `{ '2026-W47': ['…', '…', '…'] }`. */
export const decisions: DecisionBook = {
  async read(week) {
    const kept = await setting<Record<string, Json>>(await currentBook(), KEY, {});
    return { now: linesOf(kept, week), before: linesOf(kept, weekBefore(week)) };
  },
  async save(week, lines) {
    const book = await currentBook();
    const kept = await setting<Record<string, Json>>(book, KEY, {});
    return (await saveSetting(book, KEY, { ...kept, [week]: [...lines] })).ok;
  },
};
