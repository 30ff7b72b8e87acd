import type { CalendarUnit } from '../../measures/calendar-units';
import type { Cohort, Review } from '../../review';
import { BEHIND, type Behind, type BehindSet } from './behind';
import { cutOf, daysMark, uptoMark, wishMark } from './marks';
import { TRIANGLE } from './triangle';

/** The sets that need a mark to be a set at all. */
const MARKED: readonly BehindSet[] = [
  'eligible',
  'within',
  'cohort',
  'outcomeBuyers',
  'outcomeRepeat',
  'giftBuyers',
  'giftReturned',
  'giftsByWait',
  'giftsReturned',
  'valued',
  'moved',
  'tossed',
  'purchaseDays',
  'careDue',
  'careInTime',
  'promisesLoad',
  'records',
  'recordsLately',
];

/** The sets that the numbers of a letter and of its questions lead to. */
export function setsOfLetter(review: Review): readonly Behind[] {
  return [
    ...BEHIND.filter((set) => !MARKED.includes(set)),
    ...BEHIND.filter((set) => set.startsWith('week')).map((set): Behind => `${set}:before`),
    ...ofOrders(review),
    ...ofBuyers(review),
    ...ofModels(review),
    ...ofPromises(review),
    ...ofGiving(review),
    ...ofCare(review),
    ...ofBook(review),
  ];
}

const marked =
  (...sets: readonly BehindSet[]) =>
  (mark: string | number): readonly Behind[] =>
    sets.map((set): Behind => `${set}:${mark}`);

function ofOrders({ sales, breakdowns, gaps, since }: Review): readonly Behind[] {
  const sides = (breakdowns ?? []).flatMap(({ side, rows }) => rows.map(({ label }) => `${side}/${label}`));
  return [
    ...(since?.forecast ? [daysMark(since.forecast.period)] : []),
    ...(sales?.byWeek ?? []).flatMap(({ week }) => marked('orders')(`week/${week}`)),
    ...sides.flatMap(marked('orders', 'buyers', 'repeatBuyers')),
    ...(gaps?.byPurchase ?? []).flatMap(({ after }) => marked('gaps')(after)),
  ];
}

function ofBuyers({ repeat, cohorts, cohortsBy, rfm, history }: Review): readonly Behind[] {
  const windows = Object.entries(repeat?.within ?? {}).filter(([, { eligible }]) => eligible > 0);
  const fields = [
    ...fieldsOf('month', cohorts),
    ...fieldsOf('quarter', cohortsBy?.quarter),
    ...fieldsOf('week', cohortsBy?.week),
  ];
  return [
    ...windows.flatMap(([days]) => marked('eligible', 'within')(days)),
    ...fields.flatMap(marked('cohort')),
    ...(rfm?.cells ?? []).flatMap(({ r, f }) => marked('scored')(`${r}/${f}`)),
    ...(rfm ? ['up', 'down', 'new'] : []).flatMap(marked('moved')),
    ...(history ?? []).flatMap(({ buyer }) => marked('orders')(`of/${buyer}`)),
    ...(rfm?.movers ?? []).flatMap(({ buyer }) => marked('purchaseDays', 'orders')(`of/${buyer}`)),
  ];
}

/** The newcomers of every step, and the fields of the triangle that are drawn. */
function fieldsOf(unit: CalendarUnit, cohorts: readonly Cohort[] | null | undefined): readonly string[] {
  const { rows, steps } = TRIANGLE[unit];
  return (cohorts ?? []).flatMap(({ cohort, active }, at, all) => {
    const later = at < all.length - rows ? [] : active.slice(1, steps + 1);
    return [cohort, ...later.map((_, index) => `${cohort}/${index + 1}`)];
  });
}

function ofModels({ clv, asOf }: Review): readonly Behind[] {
  if (clv === null || clv.ready) return [];
  const cut = clv.backtest && cutOf(clv.backtest, asOf);
  return [
    ...marked('valued')(clv.calibrateUntil),
    ...clv.customers.top.map(({ buyer }) => uptoMark(buyer, clv.calibrateUntil)),
    ...(cut ? marked('purchaseDays')(`after/${cut}`) : []),
    ...(clv.backtest?.calibration ?? []).flatMap(({ x }) => (cut ? marked('valued')(`${cut}/${x}`) : [])),
  ];
}

function ofPromises({ promises, satisfaction }: Review): readonly Behind[] {
  const clerks = (satisfaction?.clerks ?? []).map(({ clerk }) => clerk);
  const outcomes = promises?.outcomes;
  const sellers = new Set([...clerks, ...(outcomes?.bySeller ?? []).map(({ seller }) => seller)]);
  const byOutcome = [
    ...(promises?.repeatByOutcome ?? []).map(({ outcome }) => outcome),
    ...(outcomes?.byOutcome ?? []).map(({ outcome }) => `worst/${outcome}`),
  ];
  return [
    ...(promises?.byKind ?? []).flatMap(({ kind }) =>
      marked('promisesKept', 'promisesNotOnTime', 'promisesNotDue')(kind),
    ),
    ...byOutcome.flatMap(marked('outcomeBuyers', 'outcomeRepeat')),
    ...[...sellers].flatMap((by) => marked('promisesMade', 'promisesDue', 'promisesKept')(`by/${by}`)),
    ...(outcomes?.byWeek ?? []).flatMap(({ week }) => marked('promisesDue', 'promisesKept')(`week/${week}`)),
    ...(outcomes ? ['dueSoon', 'late', 'madeLast28', 'keptLast28'] : []).flatMap(marked('promisesLoad')),
  ];
}

function ofGiving({ gifts, goodwill }: Review): readonly Behind[] {
  const groups = [
    ...(gifts?.returned ?? []).map(({ group }) => group),
    ...(gifts?.dose?.rows ?? []).map(({ minutes, gift }) => `dose/${minutes}/${gift ? 'gift' : 'none'}`),
    ...(gifts?.test?.arms ?? []).map(({ side }) => `coin/${side}`),
  ];
  return [
    ...groups.flatMap(marked('giftBuyers', 'giftReturned')),
    ...(gifts?.test?.arms ?? []).flatMap(({ side }) => marked('tossed')(side)),
    ...(gifts?.byWait ?? []).flatMap(({ minutes }) => marked('giftsByWait', 'giftsReturned')(minutes)),
    ...(goodwill?.aged ?? []).flatMap(({ band }) => marked('discountsOwed')(band)),
  ];
}

function ofCare({ complaints, satisfaction, waits }: Review): readonly Behind[] {
  const care = complaints?.care;
  const clerks = satisfaction?.clerks ?? [];
  const responsible = new Set([
    ...clerks.map(({ clerk }) => clerk),
    ...(care?.byResponsible ?? []).map((one) => one.responsible),
  ]);
  const questions = [
    ...(satisfaction?.questions ?? []).map(({ question }) => `question/${question}`),
    ...clerks.flatMap(({ clerk, questions: own }) =>
      own.map(({ question }) => `question/${question}/${clerk}`),
    ),
  ];
  return [
    ...(complaints?.byCause ?? []).flatMap(({ cause }) => marked('complaints')(cause)),
    ...(care ? ['remedy', 'callBack'] : []).flatMap(marked('careDue', 'careInTime')),
    ...(care?.recovery ?? []).flatMap(({ outcome }) =>
      marked('giftBuyers', 'giftReturned')(`recovery/${outcome}`),
    ),
    ...(care && care.unconfirmed > 0 ? marked('complaints')('state/unconfirmed') : []),
    ...[...responsible].flatMap((who) => marked('complaints')(`responsible/${who}`)),
    ...clerks.flatMap(({ clerk }) => [
      ...marked('complaints')(`borne/${clerk}`),
      ...marked('visits', 'visitsAnswered')(`by/${clerk}`),
    ]),
    ...(clerks.length > 0 ? marked('visits', 'visitsAnswered')('named') : []),
    ...questions.flatMap(marked('visitsAnswered')),
    ...(satisfaction?.byWeek ?? []).flatMap(({ week }) => marked('answers')(week)),
    ...(satisfaction?.recommend ? ['promoters', 'passives', 'detractors'] : []).flatMap(marked('recommend')),
    ...(waits?.byHour ?? []).flatMap(({ at }) => marked('waits', 'leftWaiting')(at)),
    ...(waits?.byWeekday ?? []).flatMap(({ at }) => marked('waits', 'leftWaiting')(`day/${at}`)),
  ];
}

function ofBook({ wishes, referrals, records }: Review): readonly Behind[] {
  return [
    ...(wishes ?? []).flatMap((wish) => marked('wishes', 'wishBuyers', 'wishesAnswered')(wishMark(wish))),
    ...(referrals?.repeat ?? []).flatMap(({ group }) =>
      marked('buyers', 'repeatBuyers')(`referral/${group}`),
    ),
    ...(records ?? []).flatMap(({ noun }) => marked('records', 'recordsLately')(noun)),
  ];
}
