import { type GapsSection, LAST_GAP } from '../../measures/purchase-gaps';
import { standingBars } from '../figures/columns';
import { rowsNumber } from '../page/RowsNumber';
import { toldCell } from './told';

/** How long buyers take between two purchases, and whether the way gets shorter. */
export const gaps = toldCell<GapsSection>({
  name: 'gaps',
  section: 'people',
  question: 'cells.q.gaps',
  definition: 'cells.def.gaps',
  advice: 'cells.advice.orders',
  needs: [],
  compute: (review) => review.gaps ?? null,
  tell(result, { t, count }) {
    const days = (n: number) => t('notebook.days', { n: Math.round(n) });
    const after = (n: number) => t(n >= LAST_GAP ? 'cells.gaps.afterMore' : 'cells.gaps.after', { n });
    const [first] = result.byPurchase;
    const last = result.byPurchase.at(-1);
    const shorter = first && last && result.byPurchase.length > 1 && last.medianDays < first.medianDays;
    return {
      sentences: [
        {
          k: 'cells.gaps.sentence',
          params: {
            gaps: count(result.gaps),
            buyers: count(result.buyers),
            median: count(result.medianDays),
            low: count(result.middleHalf[0]),
            high: count(result.middleHalf[1]),
          },
          rows: { gaps: 'gaps', buyers: 'dayRepeaters', median: 'gaps', low: 'gaps', high: 'gaps' },
        },
      ],
      figure: {
        title: shorter
          ? t('cells.gaps.titleShorter', { first: days(first.medianDays), last: days(last.medianDays) })
          : t('cells.gaps.title', { days: days(result.medianDays) }),
        subtitle: t('cells.gaps.subtitle'),
        size: 'middle',
        draw: (theme) =>
          standingBars(
            result.byPurchase.map((row) => ({
              label: after(row.after),
              value: row.medianDays,
              text: days(row.medianDays),
            })),
            { theme, format: count },
          ),
        table: {
          head: [t('cells.gaps.head'), t('cells.gaps.count'), t('cells.medianDays')],
          rows: result.byPurchase.map((row) => [
            after(row.after),
            rowsNumber(`gaps:${row.after}`, count(row.gaps), after(row.after)),
            count(row.medianDays),
          ]),
        },
      },
    };
  },
});
