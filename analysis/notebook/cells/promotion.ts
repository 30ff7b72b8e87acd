import type { PromotionRow, PromotionsSection } from '../../measures/promotions';
import { lyingBars } from '../figures/bars';
import { toldCell } from './told';

/** Before a promotion is published: what it comes to if every coupon comes back (P6). */
export const promotion = toldCell<PromotionsSection>({
  name: 'promotion',
  section: 'giving',
  question: 'cells.q.promotion',
  definition: 'cells.def.promotion',
  advice: 'cells.advice.promotion',
  needs: [],
  compute: (review) => review.promotions ?? null,
  tell(result, { t, count, percent, money }) {
    const loss = result.rows.filter((row) => row.leftIfAll !== null && row.leftIfAll < 0);
    const name = (row: PromotionRow) =>
      row.published ? row.title : t('cells.promotion.draft', { title: row.title });
    return {
      sentences: [
        {
          k: 'cells.promotion.sentence',
          params: { liability: money(result.liability), n: count(result.rows.length) },
        },
        result.redemption === null
          ? {
              k: 'cells.promotion.noShare',
              params: { settled: count(result.settled) },
              rows: { settled: 'discountsSettled' },
            }
          : {
              k: 'cells.promotion.share',
              params: { share: percent(result.redemption), settled: count(result.settled) },
              rows: { share: 'discountsSettled', settled: 'discountsSettled' },
            },
        result.margin === null
          ? { k: 'cells.promotion.noMargin' }
          : {
              k: 'cells.promotion.margin',
              params: { margin: percent(result.margin), cards: count(result.cards) },
            },
      ],
      figure: {
        title:
          loss.length > 0
            ? t('cells.promotion.titleLoss', { n: loss.length })
            : t('cells.promotion.title', { liability: money(result.liability) }),
        subtitle: t('cells.promotion.subtitle'),
        size: result.rows.length > 3 ? 'middle' : 'short',
        draw: (theme) =>
          lyingBars(
            result.rows.map((row) => ({
              label: [...name(row)].slice(0, 16).join(''),
              value: row.liability,
              text: money(row.liability),
              style:
                row.leftIfAll !== null && row.leftIfAll < 0
                  ? ('owed' as const)
                  : row.published
                    ? ('plain' as const)
                    : ('aside' as const),
            })),
            { theme, format: money },
          ),
        table: {
          head: [
            t('cells.promotion.head'),
            t('cells.promotion.coupons'),
            t('cells.promotion.ifAll'),
            t('cells.promotion.expected'),
            t('cells.promotion.left'),
            t('cells.promotion.need'),
            t('cells.promotion.worth'),
            t('cells.promotion.even'),
          ],
          rows: result.rows.map((row) => [
            name(row),
            count(row.coupons),
            money(row.liability),
            money(row.expected),
            row.leftIfAll === null ? '–' : money(row.leftIfAll),
            money(row.need),
            percent(row.realShare),
            percent(row.breakEvenMargin),
          ]),
        },
      },
    };
  },
});
