import type { Writer } from '../../notebook/text/writer';
import type { MeasureName, MeasureSections } from '../sections';
import {
  tellCohorts,
  tellGaps,
  tellNextPurchase,
  tellRepeat,
  tellRfm,
  tellRfmScores,
  tellSecondPurchase,
} from './buyers';
import {
  tellComplaintCare,
  tellComplaints,
  tellDose,
  tellGifts,
  tellGiftTest,
  tellGiftTestPlan,
  tellGoodwill,
  tellOutcomes,
  tellPromises,
  tellPromotions,
} from './care';
import { tellBreakdown, tellBreakdowns, tellForecast, tellSales, tellWeek } from './sales';
import {
  tellClerks,
  tellQuestions,
  tellRecommendation,
  tellRecords,
  tellReferrals,
  tellSatisfaction,
  tellWaits,
  tellWishes,
} from './service';
import type { Tell, Told } from './told';

export type { Told, ToldTable } from './told';

const TELLERS: { readonly [Name in MeasureName]: Tell<MeasureSections[Name]> } = {
  sales: tellSales,
  repeat: tellRepeat,
  'second-purchase': tellSecondPurchase,
  cohorts: tellCohorts,
  'cohorts-by-quarter': tellCohorts,
  'cohorts-by-week': tellCohorts,
  'purchase-gaps': tellGaps,
  'next-purchase': tellNextPurchase,
  'rfm-scores': tellRfmScores,
  rfm: tellRfm,
  breakdowns: tellBreakdowns,
  'by-platform': tellBreakdown,
  'by-product': tellBreakdown,
  'by-city': tellBreakdown,
  'by-tag': tellBreakdown,
  'by-grade': tellBreakdown,
  'by-first-product': tellBreakdown,
  'by-first-discount': tellBreakdown,
  forecast: tellForecast,
  week: tellWeek,
  satisfaction: tellSatisfaction,
  promises: tellPromises,
  'promise-outcomes': tellOutcomes,
  goodwill: tellGoodwill,
  gifts: tellGifts,
  'gift-test': tellGiftTest,
  'gift-test-plan': tellGiftTestPlan,
  'dose-response': tellDose,
  waits: tellWaits,
  questions: tellQuestions,
  recommendation: tellRecommendation,
  clerks: tellClerks,
  complaints: tellComplaints,
  'complaint-care': tellComplaintCare,
  referrals: tellReferrals,
  records: tellRecords,
  promotions: tellPromotions,
  wishes: tellWishes,
};

/** What was missing where a measure says nothing. */
const MISSING = {
  sales: 'orders',
  repeat: 'buyers',
  'second-purchase': 'buyers',
  cohorts: 'buyers',
  'cohorts-by-quarter': 'buyers',
  'cohorts-by-week': 'buyers',
  'purchase-gaps': 'gaps',
  'next-purchase': 'gaps',
  'rfm-scores': 'rfm',
  rfm: 'rfm',
  breakdowns: 'orders',
  'by-platform': 'orders',
  'by-product': 'product',
  'by-city': 'city',
  'by-tag': 'tag',
  'by-grade': 'grade',
  'by-first-product': 'product',
  'by-first-discount': 'discount',
  forecast: 'weeks',
  week: 'orders',
  satisfaction: 'visits',
  promises: 'promises',
  'promise-outcomes': 'promises',
  goodwill: 'discounts',
  gifts: 'gifts',
  'gift-test': 'coin',
  'gift-test-plan': 'gifts',
  'dose-response': 'waits',
  waits: 'waits',
  questions: 'visits',
  recommendation: 'recommend',
  clerks: 'visits',
  complaints: 'complaints',
  'complaint-care': 'complaints',
  referrals: 'referrals',
  records: 'book',
  promotions: 'promotions',
  wishes: 'wishes',
} as const satisfies Readonly<Record<MeasureName, string>>;

/**
 * A section of the catalogue in words and rows; where there is nothing, the sentence says what is missing.
 * Needs the section alone, so that a page can say what a worker has computed.
 *
 * @param names what to call buyers of the book; others are called by their key
 */
export function tell<Name extends MeasureName>(
  name: Name,
  section: MeasureSections[Name],
  writer: Writer,
  names: ReadonlyMap<string, string> = new Map(),
): Told {
  const teller = TELLERS[name] as Tell<MeasureSections[Name]>;
  const told = section === null ? null : teller(section as NonNullable<MeasureSections[Name]>, writer, names);
  return told ?? { sentence: writer.t(`measures.none.${MISSING[name]}`), table: null };
}
