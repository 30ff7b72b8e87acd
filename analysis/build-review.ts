import type { Lang } from '@shared/i18n/lang';
import { translator, type WordKey } from '@shared/i18n/translator';
import type { Dataset } from './dataset';
import { findingsOf } from './findings/findings';
import { historyRows } from './findings/history';
import { buyerNames, listsOf } from './findings/lists/lists';
import { peopleOf } from './findings/lists/people';
import { platformScoreRows } from './findings/platform-scores';
import { sinceLast } from './findings/since/since';
import { NOTE_WORDS } from './imports/reasons';
import { chanceOfReturn } from './measures/chance-of-return';
import { cohortsOf } from './measures/cohorts';
import { complaintsSection } from './measures/complaints';
import { giftsSection } from './measures/gifts';
import { goodwillSection } from './measures/goodwill';
import { graduatedBuyers, withoutBuyers } from './measures/graduated';
import { type MeasureInput, measureInput } from './measures/input';
import { decimals } from './measures/money';
import { ordersSection } from './measures/orders';
import { periodOf, type Span, spanOf } from './measures/period';
import { promisesSection } from './measures/promises';
import { repeatSection } from './measures/repeat';
import { withoutSamples } from './measures/samples';
import { satisfactionSection } from './measures/satisfaction';
import { ordersBetween } from './measures/select';
import { dayEnd } from './measures/wall-clock';
import { weekComparison } from './measures/week-comparison';
import type { BuyerEstimate } from './models/buyer-estimates';
import { clvSection } from './models/clv-section';
import type { BuyerValues } from './models/clv-values';
import type { Elsewhere } from './models/elsewhere';
import type { Progress, ReviewOptions } from './options';
import type { ClvSection, Review } from './review';
import { deepened, plainParts, type ReviewParts, valuedParts } from './review-parts';

type Sections = Omit<
  Review,
  | 'schema'
  | 'lang'
  | 'asOf'
  | 'tz'
  | 'currency'
  | 'period'
  | 'inputs'
  | 'findings'
  | 'lists'
  | 'history'
  | 'people'
  | 'platformScores'
  | 'since'
  | keyof ReviewParts
>;

/**
 * Everything that was read, measured: the whole review as plain JSON, or `null` when cancelled. The same
 * function serves the command line, the notebook's worker and the tests.
 *
 * @param elsewhere another thread for a part of the models, where there is one
 * @param beside takes what is estimated of single buyers: too much to stand in the review, and only worked out
 *   where somebody takes it; never called where nothing is estimated in money
 * @param first takes what is already counted while the models are still being fitted: who reads need not wait
 */
export async function buildReview(
  read: Dataset,
  options: ReviewOptions,
  progress: Progress,
  elsewhere: Elsewhere | null = null,
  beside: ((estimates: readonly BuyerEstimate[]) => void) | null = null,
  first: ((review: Review) => void) | null = null,
): Promise<Review | null> {
  const data = withoutSamples(read);
  const span = spanOf(data, options);
  // Begun first and awaited last: what goes to another thread is fitted there while this one counts.
  const estimating = clvPart(data, options, span, progress, elsewhere);
  progress.report('measures', 0);
  const plain = measureInput(data, options);
  const counted = countedSections(data, options, span, plain);
  progress.report('measures', 1);
  if (progress.signal.aborted) return null;
  const head = headOf(data, options, span);
  first?.(
    withFindings(
      { ...head, ...counted, ...stillFitting(options), ...listsOnly(data, options, span) },
      options,
    ),
  );
  // All that needs no model is worked out before theirs is waited for.
  const names = buyerNames(data.book);
  const parts = plainParts(plain, names);
  const people = peopleOf(plain, names);
  plain.counted();
  // What buyers are worth is known before how sure that is, which another thread is at.
  const input = { ...plain, clv: await estimating.values };
  if (progress.signal.aborted) return null;
  const valued = valuedParts(input, names);
  const { estimates, ...clv } = await estimating.section;
  if (progress.signal.aborted) return null;
  if (beside && estimates) {
    const found = await estimates();
    if (found === null) return null;
    beside(found);
  }
  const counts: Omit<Review, 'findings'> = {
    ...head,
    ...deepened(counted, input),
    ...clv,
    ...parts,
    ...valued,
    ...forTheWeek(data, options, plain, clv.clv === null),
    people,
    platformScores: platformScoreRows(data.book, head.period.isoWeek),
  };
  const since = sinceLast(counts, data.book, data.frozen ?? [], input.orders);
  return withFindings({ ...counts, since }, options);
}

function withFindings(review: Omit<Review, 'findings'>, { lang }: ReviewOptions): Review {
  return { ...review, findings: findingsOf(review, lang) };
}

/** What stands over every review: of which days, in which language, from which files. */
function headOf(data: Dataset, { lang }: ReviewOptions, { asOf }: Span) {
  return {
    schema: 'review/1',
    lang,
    asOf,
    tz: data.timeZone,
    currency: data.currency,
    period: periodOf(asOf),
    inputs: data.inputs.map((input) => ({ ...input, notes: input.notes.map(noteIn(lang)) })),
  } as const;
}

/** The part of a review that the models are still at work on. */
function stillFitting({ lang }: ReviewOptions): Pick<Review, 'clv' | 'clvReason'> {
  return { clv: null, clvReason: translator(lang)('weekly.estimating') };
}

function listsOnly(data: Dataset, options: ReviewOptions, { asOf }: Span): Pick<Review, 'lists'> {
  return { lists: listsOf(data.book, data.orders, asOf, data.timeZone, options) };
}

/** Reading notes down what to know about a file as a word key; the review holds it as a sentence. */
function noteIn(lang: Lang): (note: string) => string {
  const t = translator(lang);
  const keys: readonly string[] = Object.values(NOTE_WORDS);
  return (note) => (keys.includes(note) ? t(note as WordKey) : note);
}

/** The orders that the review counts: netted when asked for, within its days. */
function countedOrders(data: Dataset, options: ReviewOptions, span: Span) {
  const frame = options.net && data.netted !== null ? data.netted : data.orders;
  return ordersBetween(frame, span.start, span.end);
}

/** What buyers are worth, each by their key, once that is known (null: never); and the section, later. */
function clvPart(
  data: Dataset,
  options: ReviewOptions,
  span: Span,
  progress: Progress,
  elsewhere: Elsewhere | null,
) {
  const all = countedOrders(data, options, span);
  const graduated = graduatedBuyers(data.book, all, span.asOf);
  const orders = withoutBuyers(all, graduated);
  let tell: (values: ReadonlyMap<string, number> | null) => void;
  const values = new Promise<ReadonlyMap<string, number> | null>((resolve) => {
    tell = resolve;
  });
  const onValues = ({ buyers, value }: BuyerValues) =>
    tell(new Map(buyers.map((buyer, i) => [buyer, value[i]!])));
  const outcome = clvSection(orders, data.summaries, options, span.asOf, progress, elsewhere, onValues);
  const section = outcome.then((found) => {
    const left = graduated.size > 0 ? { graduated: graduated.size } : {};
    const told = found.section && { ...found.section, ...left };
    return { clv: named(told, data), clvReason: found.reason, estimates: found.values?.estimates ?? null };
  });
  // Where nothing is worth money nothing was told; of what went wrong the section tells.
  const untold = () => tell(null);
  section.then(untold, untold);
  return { values, section };
}

/** The models know keys only; the reader knows names. */
function named(section: ClvSection | null, data: Dataset): ClvSection | null {
  if (section === null) return null;
  const names = buyerNames(data.book);
  const top = section.customers.top.map((row) => ({ ...row, name: names.get(row.buyer) ?? row.buyer }));
  return { ...section, customers: { top } };
}

/** The lists to act upon; and the history of the best buyers where nothing is estimated. */
function forTheWeek(
  data: Dataset,
  options: ReviewOptions,
  { orders, asOf }: MeasureInput,
  noEstimate: boolean,
): Pick<Review, 'lists' | 'history'> {
  const lists = listsOf(data.book, data.orders, asOf, data.timeZone, options);
  if (!noEstimate) return { lists };
  const rows = historyRows(orders, buyerNames(data.book));
  return rows.length === 0 ? { lists } : { lists, history: rows };
}

function countedSections(
  data: Dataset,
  options: ReviewOptions,
  span: Span,
  plain: MeasureInput,
): Omit<Sections, 'clv' | 'clvReason'> {
  const t = translator(options.lang);
  const { orders, histories, answers } = plain;
  const ordersPart = ordersSection(orders, data);
  const repeat = repeatSection(histories, dayEnd(span.asOf));
  const satisfaction = satisfactionSection(answers, t);
  const onlySummaries = data.summaries !== null && orders.count === 0;
  const noOrders =
    ordersPart !== null ? null : t(onlySummaries ? 'review.none.summaries' : 'review.none.orders');
  const noBuyers = repeat !== null ? null : (noOrders ?? t('review.none.buyers', { n: orders.count }));
  return {
    orders: ordersPart,
    ordersReason: noOrders,
    repeat,
    repeatReason: noBuyers,
    cohorts: cohortsOf(orders, histories, span.asOf, { unit: 'month', digits: decimals(data.currency) }),
    cohortsReason: noBuyers,
    satisfaction,
    satisfactionReason: satisfaction === null ? t('review.none.answers') : null,
    week: weekComparison(orders, histories, data.book, span.asOf, data.currency, data.timeZone),
    ...bookSections(plain, options, chanceOfReturn(repeat)),
  };
}

function bookSections(
  { book, orders, purchases, view, currency }: MeasureInput,
  options: ReviewOptions,
  chance: number | null,
) {
  const t = translator(options.lang);
  const promises = book === null ? null : promisesSection(book, purchases, view);
  const goodwill = book === null ? null : goodwillSection(book, view, currency, chance);
  const gifts = book === null ? null : giftsSection(book, purchases, view, currency);
  const complaints = book === null ? null : complaintsSection(book, orders, view, currency);
  const why = (section: unknown, key: 'promises' | 'goodwill' | 'gifts' | 'complaints') => {
    if (section !== null) return null;
    return t(book === null ? 'review.none.book' : `review.none.${key}`);
  };
  return {
    promises,
    promisesReason: why(promises, 'promises'),
    goodwill,
    goodwillReason: why(goodwill, 'goodwill'),
    gifts,
    giftsReason: why(gifts, 'gifts'),
    complaints,
    complaintsReason: why(complaints, 'complaints'),
  };
}
