import type { Lang } from '@shared/i18n/lang';
import { type Translate, translator } from '@shared/i18n/translator';
import { amount, estimate, estimateRange, percent, percentRange } from '../findings/write';
import type { Interval, Review } from '../review';

/** One line of a table: what, how much, and what it stands on. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly basis: string;
}

export interface FactGroup {
  readonly title: string;
  /** Why there is nothing, when there is nothing. */
  readonly reason: string | null;
  readonly facts: readonly Fact[];
}

/** The review's main figures in the letter's order, for terminal and Markdown. */
export function factsOf(review: Review, lang: Lang): readonly FactGroup[] {
  const t = translator(lang);
  const money = (major: number) => amount(major, review.currency, lang);
  const rough = (major: number) => estimate(major, review.currency, lang);
  const range = (interval: Interval) => estimateRange(interval, review.currency, lang);
  return [
    { title: t('cli.section.orders'), reason: review.ordersReason, facts: orderFacts(review, t, money) },
    { title: t('cli.section.repeat'), reason: review.repeatReason, facts: repeatFacts(review, t) },
    {
      title: t('cli.section.satisfaction'),
      reason: review.satisfactionReason,
      facts: satisfactionFacts(review, t),
    },
    { title: t('cli.section.promises'), reason: review.promisesReason, facts: careFacts(review, t, money) },
    { title: t('cli.section.value'), reason: review.clvReason, facts: valueFacts(review, t, rough, range) },
  ];
}

const none = '–';
/** Names from the literature, the same in every language. */
const MODEL_NAMES = { bgnbd: 'BG/NBD', mbgnbd: 'MBG/NBD', pnbd: 'Pareto/NBD' } as const;
const count = (n: number) => n.toLocaleString('en');

function orderFacts(review: Review, t: Translate, money: (major: number) => string): readonly Fact[] {
  const orders = review.orders;
  if (!orders) return [];
  const week = review.week?.rows ?? [];
  const row = (key: string) => week.find((one) => one.key === key);
  const base = (key: string, write: (n: number) => string, words: 'week' | 'new' = 'week') => {
    const found = row(key);
    if (!found) return '';
    const before = found.before === null ? none : write(found.before);
    return t(`cli.basis.${words}`, { now: write(found.now), before });
  };
  const known = orders.known.count < orders.count ? t('cli.basis.known', { n: orders.known.count }) : '';
  return [
    { name: t('cli.fact.orders'), value: count(orders.count), basis: base('orders', count) },
    { name: t('cli.fact.revenue'), value: money(orders.revenue), basis: base('revenue', money) },
    {
      name: t('cli.fact.buyers'),
      value: count(orders.buyers),
      basis: known || base('newBuyers', count, 'new'),
    },
  ];
}

function repeatFacts(review: Review, t: Translate): readonly Fact[] {
  const repeat = review.repeat;
  if (!repeat) return [];
  const windows = (['30', '90', '365'] as const).flatMap((days) => {
    const { rate, interval, repeaters, eligible } = repeat.within[days];
    if (rate === null || interval === null) return [];
    return [
      {
        name: t('cli.fact.within', { days }),
        value: percent(rate),
        basis: t('cli.basis.of', { k: repeaters, n: eligible, range: percentRange(interval) }),
      },
    ];
  });
  const median = repeat.secondPurchase.medianDays;
  return [
    {
      name: t('cli.fact.repeat'),
      value: repeat.rate === null ? none : percent(repeat.rate),
      basis: t('cli.basis.of', {
        k: repeat.repeatBuyers,
        n: repeat.buyers,
        range: repeat.interval === null ? none : percentRange(repeat.interval),
      }),
    },
    ...windows,
    {
      name: t('cli.fact.median'),
      value: median === null ? none : t('cli.days', { n: median }),
      basis: median === null ? t('cli.basis.notReached') : '',
    },
  ];
}

function satisfactionFacts(review: Review, t: Translate): readonly Fact[] {
  const section = review.satisfaction;
  if (!section) return [];
  const { mean, interval, answered, asked, responseRate, trend } = section;
  const range = interval === null ? none : `${interval[0].toFixed(2)}–${interval[1].toFixed(2)}`;
  return [
    {
      name: t('cli.fact.mean'),
      value: mean === null ? none : mean.toFixed(2),
      basis: t('cli.basis.answers', { n: answered, range }),
    },
    {
      name: t('cli.fact.response'),
      value: responseRate === null ? none : percent(responseRate),
      basis: t('cli.basis.asked', { n: asked }),
    },
    { name: t('cli.fact.trend'), value: trend.verdict, basis: '' },
  ];
}

function careFacts(review: Review, t: Translate, money: (major: number) => string): readonly Fact[] {
  const { promises, goodwill, gifts, complaints } = review;
  const facts: Fact[] = [];
  if (promises) {
    const settled = promises.keptOnTime + promises.keptLate + promises.broken + promises.late;
    const range = promises.interval === null ? none : percentRange(promises.interval);
    facts.push({
      name: t('cli.fact.kept'),
      value: promises.keptRate === null ? none : percent(promises.keptRate),
      basis: t('cli.basis.of', { k: promises.keptOnTime, n: settled, range }),
    });
    facts.push({ name: t('cli.fact.late'), value: count(promises.late), basis: '' });
  }
  if (goodwill) {
    const basis = t('cli.basis.discounts', { n: goodwill.outstandingCount });
    facts.push({ name: t('cli.fact.goodwill'), value: money(goodwill.outstanding), basis });
  }
  if (gifts) {
    const basis = t('cli.basis.gifts', { packed: gifts.packed, waiting: gifts.waitingForOrder });
    facts.push({ name: t('cli.fact.gifts'), value: money(gifts.cost), basis });
  }
  if (complaints) {
    const basis = t('cli.basis.complaints', { n: complaints.closed });
    facts.push({ name: t('cli.fact.complaints'), value: count(complaints.count), basis });
  }
  return facts;
}

function valueFacts(
  review: Review,
  t: Translate,
  money: (major: number) => string,
  range: (interval: Interval) => string,
): readonly Fact[] {
  const clv = review.clv;
  if (!clv) return [];
  const facts: Fact[] = [];
  if (clv.total) {
    facts.push({
      name: t('cli.fact.value', { n: Math.round(clv.total.horizonWeeks) }),
      value: money(clv.total.value),
      basis: range(clv.total.interval),
    });
  }
  if (clv.chosen) facts.push({ name: t('cli.fact.model'), value: MODEL_NAMES[clv.chosen], basis: '' });
  if (clv.backtest) facts.push({ name: t('cli.fact.backtest'), value: clv.backtest.verdict, basis: '' });
  return facts;
}
