import type { ReferralsSection } from '../../measures/referrals';
import { FEWEST_BUYERS } from '../cell';
import { forestPlot } from '../figures/forest';
import { rowsNumber } from '../page/RowsNumber';
import { toldCell } from './told';

/** Who brought whom, and whether those who were brought stay. */
export const referrals = toldCell<ReferralsSection>({
  name: 'referrals',
  section: 'people',
  question: 'cells.q.referrals',
  definition: 'cells.def.referrals',
  advice: 'cells.advice.referrals',
  needs: [],
  compute: (review) => review.referrals ?? null,
  tell(result, { t, count, percent, percentRange }) {
    const owed = result.rewardsOwed.referrer + result.rewardsOwed.brought;
    return {
      sentences: [
        {
          k: 'cells.referrals.sentence',
          params: {
            referrers: count(result.referrers),
            named: count(result.named),
            bought: count(result.bought),
            rate: percent(result.rate ?? 0),
            range: result.interval ? percentRange(result.interval) : '–',
          },
          rows: {
            referrers: 'referrers',
            named: 'referrals',
            bought: 'referralsBought',
            rate: 'referralsBought',
          },
        },
        ...(owed > 0
          ? [
              {
                k: 'cells.referrals.owed' as const,
                params: { n: count(owed) },
                rows: { n: 'rewardsOwed' as const },
              },
            ]
          : []),
      ],
      figure: {
        title: t('cells.referrals.title', { n: result.bought, of: result.named }),
        subtitle: t('cells.referrals.subtitle'),
        size: 'short',
        draw: (theme) =>
          forestPlot(
            result.repeat
              .filter((row) => row.buyers > 0)
              .map((row) => ({
                label: t(`cells.referrals.${row.group}`),
                value: row.rate ?? 0,
                interval: row.interval,
                text: `${percent(row.rate ?? 0)} · ${count(row.buyers)}`,
                style: row.buyers < FEWEST_BUYERS ? ('aside' as const) : ('plain' as const),
              })),
            { theme, format: percent, from: 0, limits: [0, 1] },
          ),
        table: {
          head: [
            t('notebook.group'),
            t('notebook.buyers'),
            t('notebook.cameBack'),
            t('notebook.rate'),
            t('notebook.interval'),
          ],
          rows: result.repeat.map((row) => [
            t(`cells.referrals.${row.group}`),
            ...(['buyers', 'repeatBuyers'] as const).map((set) =>
              rowsNumber(`${set}:referral/${row.group}`, count(row[set]), t(`cells.referrals.${row.group}`)),
            ),
            row.rate === null ? '–' : percent(row.rate),
            row.interval === null ? '–' : percentRange(row.interval),
          ]),
        },
      },
      asides: [t('notebook.noCause')],
    };
  },
});
