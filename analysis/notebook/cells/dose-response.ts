import type { DoseRow, DoseSection } from '../../measures/dose-response';
import { FEWEST_BUYERS } from '../cell';
import { forestPlot } from '../figures/forest';
import { rowsNumber } from '../page/RowsNumber';
import { toldCell } from './told';

const CERTAIN = 0.05;
const mark = ({ minutes, gift }: DoseRow) => `dose/${minutes}/${gift ? 'gift' : 'none'}` as const;

/** Wait, gift, return: whether longer waits cost buyers, with and without a gift for it. */
export const doseResponse = toldCell<DoseSection>({
  name: 'dose-response',
  section: 'giving',
  question: 'cells.q.dose',
  definition: 'cells.def.dose',
  advice: 'notebook.advice.gifts',
  needs: ['gifts'],
  compute: (review) => review.gifts?.dose ?? null,
  tell(result, { t, count, percent, percentRange }) {
    const name = (row: DoseRow) =>
      t(row.gift ? 'cells.dose.gift' : 'cells.dose.none', { range: row.minutes.replace('-', '–') });
    const trend = (group: 'gift' | 'none') => {
      const found = result.trend[group];
      if (found === null || found.p >= CERTAIN) return 'flat' as const;
      return found.z < 0 ? ('falls' as const) : ('rises' as const);
    };
    const buyers = (gift: boolean) =>
      result.rows.filter((row) => row.gift === gift).reduce((sum, row) => sum + row.buyers, 0);
    return {
      sentences: (['none', 'gift'] as const)
        .filter((group) => buyers(group === 'gift') > 0)
        .map((group) => ({
          k: `cells.dose.${group}.${trend(group)}` as const,
          params: { n: count(buyers(group === 'gift')) },
        })),
      figure: {
        title: t(`cells.dose.title.${trend('none')}`),
        subtitle: t('cells.dose.subtitle', { days: result.returnWithin }),
        size: 'tall',
        draw: (theme) =>
          forestPlot(
            result.rows.map((row) => ({
              label: name(row),
              value: row.rate ?? 0,
              interval: row.interval,
              text: `${percent(row.rate ?? 0)} · ${count(row.buyers)}`,
              style:
                row.buyers < FEWEST_BUYERS
                  ? ('aside' as const)
                  : row.gift
                    ? ('plain' as const)
                    : ('fact' as const),
            })),
            { theme, format: percent, from: 0, limits: [0, 1] },
          ),
        table: {
          head: [
            t('cells.dose.head'),
            t('notebook.buyers'),
            t('notebook.cameBack'),
            t('notebook.rate'),
            t('notebook.interval'),
          ],
          rows: result.rows.map((row) => [
            name(row),
            rowsNumber(`giftBuyers:${mark(row)}`, count(row.buyers), name(row)),
            rowsNumber(`giftReturned:${mark(row)}`, count(row.returned), name(row)),
            row.rate === null ? '–' : percent(row.rate),
            row.interval === null ? '–' : percentRange(row.interval),
          ]),
        },
      },
      asides: [t('notebook.noCause')],
    };
  },
});
