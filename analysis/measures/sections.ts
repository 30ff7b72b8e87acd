import type {
  Cohort,
  ComplaintsSection,
  GiftsSection,
  GoodwillSection,
  PromisesSection,
  RepeatSection,
  SatisfactionSection,
  WeekComparison,
} from '../review';
import type { BookCount } from './book-counts';
import type { Breakdown } from './breakdowns';
import type { ClerkRow } from './clerks';
import type { ComplaintCare } from './complaint-care';
import type { DoseSection } from './dose-response';
import type { ForecastSection } from './forecast';
import type { GiftTest, GiftTestPlan } from './gift-test';
import type { NextPurchase } from './next-purchase';
import type { PromiseOutcomes } from './promise-outcomes';
import type { PromotionsSection } from './promotions';
import type { GapsSection } from './purchase-gaps';
import type { QuestionRow } from './questions';
import type { Recommendation } from './recommend';
import type { ReferralsSection } from './referrals';
import type { RfmScore, RfmSection } from './rfm';
import type { SalesSection } from './sales';
import type { WaitsSection } from './waits';
import type { WishRow } from './wishes';

/** What each measure of the catalogue gives; `null` where the data have nothing for it. Plain JSON, all of it. */
export interface MeasureSections {
  readonly sales: SalesSection | null;
  readonly repeat: RepeatSection | null;
  readonly 'second-purchase': RepeatSection | null;
  readonly cohorts: readonly Cohort[] | null;
  readonly 'cohorts-by-quarter': readonly Cohort[] | null;
  readonly 'cohorts-by-week': readonly Cohort[] | null;
  readonly 'purchase-gaps': GapsSection | null;
  readonly 'next-purchase': readonly NextPurchase[];
  readonly 'rfm-scores': readonly RfmScore[];
  readonly rfm: RfmSection | null;
  readonly breakdowns: readonly Breakdown[];
  readonly 'by-platform': Breakdown | null;
  readonly 'by-product': Breakdown | null;
  readonly 'by-city': Breakdown | null;
  readonly 'by-tag': Breakdown | null;
  readonly 'by-grade': Breakdown | null;
  readonly 'by-first-product': Breakdown | null;
  readonly 'by-first-discount': Breakdown | null;
  readonly forecast: ForecastSection | null;
  readonly week: WeekComparison;
  readonly satisfaction: SatisfactionSection | null;
  readonly promises: PromisesSection | null;
  readonly 'promise-outcomes': PromiseOutcomes | null;
  readonly goodwill: GoodwillSection | null;
  readonly gifts: GiftsSection | null;
  readonly 'gift-test': GiftTest | null;
  readonly 'gift-test-plan': GiftTestPlan | null;
  readonly 'dose-response': DoseSection | null;
  readonly waits: WaitsSection | null;
  readonly questions: readonly QuestionRow[] | null;
  readonly recommendation: Recommendation | null;
  readonly clerks: readonly ClerkRow[] | null;
  readonly complaints: ComplaintsSection | null;
  readonly 'complaint-care': ComplaintCare | null;
  readonly promotions: PromotionsSection | null;
  readonly referrals: ReferralsSection | null;
  readonly records: readonly BookCount[] | null;
  readonly wishes: readonly WishRow[] | null;
}

export type MeasureName = keyof MeasureSections;
