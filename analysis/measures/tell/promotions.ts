import type { MeasureSections } from '../sections';
import { joined, NONE, type Tell } from './told';

export const tellPromotions: Tell<MeasureSections['promotions']> = (section, writer) => {
  const { t, count, money, percent } = writer;
  const { liability, rows, redemption, settled } = section;
  return {
    sentence: joined(
      writer,
      t('cells.promotion.sentence', { liability: money(liability), n: count(rows.length) }),
      redemption === null
        ? t('cells.promotion.noShare', { settled: count(settled) })
        : t('cells.promotion.share', { share: percent(redemption), settled: count(settled) }),
    ),
    table: {
      head: [
        t('cells.promotion.head'),
        t('cells.promotion.coupons'),
        t('cells.promotion.ifAll'),
        t('cells.promotion.left'),
      ],
      rows: rows.map((row) => [
        row.title,
        count(row.coupons),
        money(row.liability),
        row.leftIfAll === null ? NONE : money(row.leftIfAll),
      ]),
    },
  };
};
