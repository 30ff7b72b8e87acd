import { type Frozen, freezeFile } from '@shared/records/freeze-file';
import { NO_WORK, readWork, type WeekWork } from '@shared/records/week-work';
import type { LetterHome } from '../home';
import { download } from '../snapshot';

/** The home of a page beside bare files: it remembers while it is open, and weeks are put away as files. */
export interface FileHome extends LetterHome {
  /** Takes in a week that was put away as a file. */
  readonly takeIn: (frozen: Frozen) => void;
}

/** @param page hands out the files */
export function fileHome(page: Document, program: string): FileHome {
  const work = new Map<string, WeekWork>();
  const kept = new Map<string, Frozen>();
  const keyOf = ({ week, takenAt }: Frozen) => `${week} ${takenAt}`;
  return {
    program,
    readWork: async (week) => work.get(week) ?? NO_WORK,
    async saveWork(week, next) {
      work.set(week, next);
      return true;
    },
    frozenWeeks: async () =>
      [...kept]
        .map(([key, { week, takenAt }]) => ({ key, week, takenAt }))
        .sort((a, b) => (a.key < b.key ? 1 : -1)),
    openFrozen: async (key) => kept.get(key) ?? null,
    async freeze(frozen) {
      kept.set(keyOf(frozen), frozen);
      download(page, `weekly-review-${frozen.week}.freeze.json`, 'application/json', freezeFile(frozen));
      return true;
    },
    takeIn(frozen) {
      kept.set(keyOf(frozen), frozen);
      // The same week opened again goes on from where it was put away.
      const { notes, decisions } = frozen;
      if (!work.has(frozen.week)) work.set(frozen.week, readWork({ notes, decisions }));
    },
  };
}
