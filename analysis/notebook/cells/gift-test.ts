import type { GiftTest, GiftTestPlan } from '../../measures/gift-test';
import { standingBars } from '../figures/columns';
import { forestPlot } from '../figures/forest';
import { rowsNumber } from '../page/RowsNumber';
import type { Writer } from '../text/writer';
import { toldCell } from './told';

/** Weeks after which nobody waits for an answer any more. */
const LONGEST = 260;
const never = (plan: GiftTestPlan) => plan.weeks === null || plan.weeks > LONGEST;

/** The plan in one sentence: what it takes to see an effect here. */
function planSentence(plan: GiftTestPlan, { count, fixed, percent }: Writer) {
  return {
    k: never(plan) ? ('cells.plan.never' as const) : ('cells.plan.sentence' as const),
    params: {
      effect: count(plan.effect * 100),
      base: percent(plan.base),
      n: count(plan.buyersPerSide),
      more: count(plan.moreBuyers),
      perWeek: fixed(plan.perWeek, 1),
      weeks: count(plan.weeks ?? 0),
    },
  };
}

/** What the sealed coin says about gifts. */
export const giftTest = toldCell<GiftTest>({
  name: 'gift-test',
  section: 'giving',
  question: 'cells.q.giftTest',
  definition: 'cells.def.giftTest',
  advice: 'cells.advice.giftTest',
  needs: ['gifts'],
  compute: (review) => review.gifts?.test ?? null,
  tell(result, writer) {
    const { t, count, percent, percentRange, fixed } = writer;
    const points = (share: number) =>
      `${share > 0 ? '+' : share < 0 ? '−' : ''}${fixed(Math.abs(share) * 100, 0)}`;
    const { difference, arms, verdict } = result;
    return {
      sentences: [
        { k: `cells.giftTest.${verdict === 'too-early' ? 'early' : verdict}` },
        ...(difference === null
          ? []
          : [
              {
                k: 'cells.giftTest.difference' as const,
                params: {
                  points: points(difference.value),
                  lo: points(difference.interval[0]),
                  hi: points(difference.interval[1]),
                  chance: percent(difference.helps),
                  n: count(arms[0].buyers + arms[1].buyers),
                },
              },
            ]),
        ...(verdict === 'unclear' || verdict === 'too-early' ? [planSentence(result.plan, writer)] : []),
      ],
      figure: {
        title: t(`cells.giftTest.title.${verdict === 'too-early' ? 'early' : verdict}`),
        subtitle: t('notebook.gifts.subtitle', { days: result.returnWithin }),
        size: 'short',
        draw: (theme) =>
          forestPlot(
            arms.map((arm) => ({
              label: t(`cells.coin.${arm.side}`),
              value: arm.rate ?? 0,
              interval: arm.interval,
              text: `${percent(arm.rate ?? 0)} · ${count(arm.buyers)}`,
              style: verdict === 'too-early' ? ('aside' as const) : ('plain' as const),
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
            t('cells.giftTest.waiting'),
          ],
          rows: arms.map((arm) => [
            t(`cells.coin.${arm.side}`),
            rowsNumber(`giftBuyers:coin/${arm.side}`, count(arm.buyers), t(`cells.coin.${arm.side}`)),
            rowsNumber(`giftReturned:coin/${arm.side}`, count(arm.returned), t(`cells.coin.${arm.side}`)),
            arm.rate === null ? '–' : percent(arm.rate),
            arm.interval === null ? '–' : percentRange(arm.interval),
            rowsNumber(`tossed:${arm.side}`, count(arm.waiting), t(`cells.coin.${arm.side}`)),
          ]),
        },
      },
    };
  },
});

/** What a fair test would take in this shop, before it is begun. */
export const giftPlan = toldCell<GiftTestPlan>({
  name: 'gift-plan',
  section: 'giving',
  question: 'cells.q.plan',
  definition: 'cells.def.plan',
  advice: 'notebook.advice.gifts',
  needs: ['gifts'],
  compute: (review) => review.gifts?.plan ?? null,
  tell(plan, writer) {
    const { t, count } = writer;
    const rows = [
      [t('cells.plan.needed'), plan.buyersPerSide * 2],
      [t('cells.plan.missing'), plan.moreBuyers],
      [t('cells.plan.month'), plan.perWeek * 4],
    ] as const;
    return {
      sentences: [planSentence(plan, writer)],
      figure: {
        title:
          plan.weeks === null || never(plan)
            ? t('cells.plan.titleNever')
            : t('cells.plan.title', { weeks: count(plan.weeks) }),
        subtitle: t('cells.plan.subtitle'),
        size: 'middle',
        draw: (theme) =>
          standingBars(
            rows.map(([label, value]) => ({ label, value, text: count(value) })),
            { theme, format: count },
          ),
        table: {
          head: [t('cells.plan.subtitle'), t('notebook.buyers')],
          rows: rows.map(([label, value]) => [label, count(value)]),
        },
      },
    };
  },
});
