import { type PageLab, startPageLab } from '../e2e/support/page-lab';
import { MUTATIONS } from '../extension/chat/mutations';
import { ADDRESS_PAGES, SITE_PAGES, TRAPS } from '../extension/chat/site-pages';
import type { SoakRound } from './round';

// Tries F-75 of test/faults.md.

const PER_PAGE = 20;

/** Chat pages rebuilt in every way: right, flagged or unsure, never a wrong buyer. */
export function pageFuzz(): SoakRound {
  let lab: PageLab | null = null;
  return {
    name: 'rebuilt chat pages',
    unit: 'pages',
    goal: 500,
    run: async (number) => {
      lab ??= await startPageLab();
      const kind = MUTATIONS[number % MUTATIONS.length]!;
      const seeds = Array.from({ length: PER_PAGE }, (_, at) => number * PER_PAGE + at + 1);
      let checked = 0;
      const tally = { right: 0, flagged: 0, unsure: 0 };
      for (const page of [...SITE_PAGES, ...ADDRESS_PAGES, ...TRAPS]) {
        for (const [at, told] of (await lab.fuzz(page, kind, seeds)).entries()) {
          const wrong = told.find(({ sure, key }) => sure && !page.right.includes(key ?? ''));
          if (wrong)
            throw new Error(`round ${number}, ${page.site}, ${kind}, seed ${seeds[at]}: ${wrong.key}`);
          const last = told.at(-1);
          if (last?.sure) tally[last.status === 'connected' ? 'right' : 'flagged'] += 1;
          else tally.unsure += 1;
          checked += 1;
        }
      }
      if (number % 50 === 0) {
        console.log(
          `${kind}: right ${tally.right}, flagged ${tally.flagged}, unsure ${tally.unsure}, wrong 0`,
        );
      }
      return checked;
    },
    close: async () => lab?.close(),
  };
}
