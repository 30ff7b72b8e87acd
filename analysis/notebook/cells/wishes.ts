import { wishMark } from '../../findings/rows/marks';
import type { WishRow } from '../../measures/wishes';
import { lyingBars } from '../figures/bars';
import { rowsNumber } from '../page/RowsNumber';
import { toldCell } from './told';

interface Wishes {
  readonly rows: readonly WishRow[];
}

const DRAWN = 8;
const NAME = 18;

const shortened = (text: string) =>
  [...text].length > NAME ? `${[...text].slice(0, NAME - 1).join('')}…` : text;

/** What buyers asked for that is not there, counted. */
export const wishes = toldCell<Wishes>({
  name: 'wishes',
  section: 'people',
  question: 'cells.q.wishes',
  definition: 'cells.def.wishes',
  advice: 'cells.advice.wishes',
  needs: [],
  compute(review) {
    const rows = review.wishes ?? [];
    return rows.length === 0 ? null : { rows };
  },
  tell({ rows }, { t, count }) {
    const [first] = rows as readonly [WishRow, ...WishRow[]];
    const unanswered = rows.reduce((sum, row) => sum + row.wishes - row.answered, 0);
    return {
      sentences: [
        {
          k: 'cells.wishes.sentence',
          params: { what: first.what, buyers: count(first.buyers), n: count(rows.length) },
          rows: { buyers: `wishBuyers:${wishMark(first)}` },
        },
        ...(unanswered > 0
          ? [
              {
                k: 'cells.wishes.open' as const,
                params: { n: count(unanswered) },
                rows: { n: 'wishesOpen' as const },
              },
            ]
          : []),
      ],
      figure: {
        title: t('cells.wishes.title', { what: first.what, n: first.buyers }),
        subtitle: t('cells.wishes.subtitle'),
        size: rows.length > 3 ? 'middle' : 'short',
        draw: (theme) =>
          lyingBars(
            rows
              .slice(0, DRAWN)
              .map((row) => ({ label: shortened(row.what), value: row.buyers, text: count(row.buyers) })),
            { theme, format: count },
          ),
        table: {
          head: [
            t('cells.wishes.head'),
            t('notebook.buyers'),
            t('cells.wishes.times'),
            t('cells.wishes.answered'),
          ],
          rows: rows.map((row) => [
            row.what,
            rowsNumber(`wishBuyers:${wishMark(row)}`, count(row.buyers), row.what),
            rowsNumber(`wishes:${wishMark(row)}`, count(row.wishes), row.what),
            rowsNumber(`wishesAnswered:${wishMark(row)}`, count(row.answered), row.what),
          ]),
        },
      },
    };
  },
});
