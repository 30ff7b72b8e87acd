import type { Recommendation } from '../../measures/recommend';
import { stackedBars } from '../figures/stacked';
import { rowsNumber } from '../page/RowsNumber';
import { toldCell } from './told';

/** Whether buyers would recommend the shop. */
export const recommend = toldCell<Recommendation>({
  name: 'recommend',
  section: 'satisfaction',
  question: 'cells.q.recommend',
  definition: 'cells.def.recommend',
  advice: 'cells.advice.recommend',
  needs: ['satisfaction'],
  compute: (review) => review.satisfaction?.recommend ?? null,
  tell(result, { t, count, percent, fixed }) {
    const signed = (score: number) => `${score > 0 ? '+' : score < 0 ? '−' : ''}${fixed(Math.abs(score), 0)}`;
    const rows = [
      ['good', 'promoters', result.promoters],
      ['open', 'passives', result.passives],
      ['bad', 'detractors', result.detractors],
    ] as const;
    return {
      sentences: [
        {
          k: 'cells.recommend.sentence',
          params: {
            score: signed(result.score),
            range: t('cells.from.to', { lo: signed(result.interval[0]), hi: signed(result.interval[1]) }),
            n: count(result.answered),
          },
          rows: { n: 'recommend', score: 'recommend' },
        },
      ],
      figure: {
        title: t('cells.recommend.title', { n: result.promoters, of: result.answered }),
        subtitle: t('cells.recommend.subtitle'),
        size: 'short',
        draw: (theme) =>
          stackedBars(
            [''],
            rows.map(([tone, part, value]) => ({
              label: t(`cells.recommend.${part}`),
              tone,
              values: [value],
            })),
            { theme, count },
          ),
        table: {
          head: [t('cells.recommend.head'), t('notebook.n'), t('notebook.rate')],
          rows: rows.map(([, part, value]) => [
            t(`cells.recommend.${part}`),
            rowsNumber(`recommend:${part}`, count(value), t(`cells.recommend.${part}`)),
            percent(value / result.answered),
          ]),
        },
      },
    };
  },
});
