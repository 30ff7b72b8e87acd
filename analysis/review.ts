import type { Lang } from '@shared/i18n/lang';
import type { InputReport } from './dataset';
import type { HistoryRow } from './findings/history';
import type { PeopleSection } from './findings/lists/people';
import type { Lists } from './findings/lists/rows';
import type { PlatformScoreRow } from './findings/platform-scores';
import type { Behind } from './findings/rows/behind';
import type { SinceLast } from './findings/since/since';
import type { BookCount } from './measures/book-counts';
import type { Breakdown } from './measures/breakdowns';
import type { ClerkRow } from './measures/clerks';
import type { ComplaintCare } from './measures/complaint-care';
import type { DoseSection } from './measures/dose-response';
import type { ForecastSection } from './measures/forecast';
import type { GiftTest, GiftTestPlan } from './measures/gift-test';
import type { NextPurchase } from './measures/next-purchase';
import type { PromiseOutcomes } from './measures/promise-outcomes';
import type { PromotionsSection } from './measures/promotions';
import type { GapsSection } from './measures/purchase-gaps';
import type { QuestionRow } from './measures/questions';
import type { Recommendation } from './measures/recommend';
import type { ReferralsSection } from './measures/referrals';
import type { RfmScore, RfmSection } from './measures/rfm';
import type { SalesSection } from './measures/sales';
import type { WaitsSection } from './measures/waits';
import type { WishRow } from './measures/wishes';

/**
 * The review as plain JSON (schema `review/1`): what `analyze --format json` prints and every cell draws.
 * Money in decimal major units, days `YYYY-MM-DD`, weeks `2026-W47`, intervals `[lo, hi]` at 95 %. A section
 * without data is `null` and `<name>Reason` says why.
 */
export type Interval = readonly [number, number];

export interface Rate {
  readonly rate: number | null;
  readonly interval: Interval | null;
}

export interface OrdersSection {
  readonly count: number;
  readonly buyers: number;
  readonly known: { readonly count: number; readonly buyers: number };
  readonly withoutBuyer: number;
  readonly revenue: number;
  readonly averageOrder: number | null;
  readonly duplicatesDropped: number;
  readonly refundedUnknownAmount: number;
  readonly netted: {
    readonly orders: number;
    readonly lines: number;
    readonly amount: number;
    readonly buyers: number;
  };
}

export interface WindowRepeat extends Rate {
  readonly eligible: number;
  readonly repeaters: number;
}

export interface SurvivalPoint {
  readonly day: number;
  readonly share: number;
  readonly lo: number;
  readonly hi: number;
}

export interface RepeatSection extends Rate {
  readonly buyers: number;
  readonly repeatBuyers: number;
  readonly byDistinctDays: { readonly rate: number | null; readonly repeatBuyers: number };
  readonly within: Readonly<Record<'30' | '60' | '90' | '180' | '365', WindowRepeat>>;
  readonly secondPurchase: { readonly medianDays: number | null; readonly curve: readonly SurvivalPoint[] };
}

export interface Cohort {
  readonly cohort: string;
  readonly size: number;
  readonly active: readonly number[];
  readonly unfinished: readonly boolean[];
  /** Major units, refunds taken off; as long as `active`. */
  readonly revenue?: readonly number[];
  /** The first cohort of the data: it holds every older buyer too and is no real cohort. */
  readonly oldest?: true;
}

export type CountModel = 'bgnbd' | 'mbgnbd' | 'pnbd';
export type ModelName = CountModel | 'gg';

/** A fitted model. On a boundary or ridge `boundary` names it and `note` says it in words; never NaN. */
export interface ModelFit {
  readonly params: Readonly<Record<string, number>>;
  readonly se: Readonly<Record<string, number | null>>;
  readonly logLikelihood: number | null;
  readonly converged: boolean;
  readonly boundary: string | null;
  readonly note: string | null;
  /** 95 % interval of each parameter, on the log scale; `null` where the data do not determine it. */
  readonly intervals?: Readonly<Record<string, Interval | null>>;
}

export interface BacktestScore {
  readonly predicted: number;
  readonly mae: number;
  readonly rmse: number;
}

/** Calibration by repeat purchases so far (7 stands for 7 and more): means per buyer in the holdout. */
export interface CalibrationRow {
  readonly x: number;
  readonly buyers: number;
  readonly actual: number;
  readonly predicted: Readonly<Record<string, number>>;
}

export interface Backtest {
  readonly weeks: number;
  /** The last day before these weeks; reviews put away earlier do not say it. */
  readonly until?: string;
  /** Distinct buyer-days of calibration buyers in the holdout. */
  readonly actual: number;
  readonly models: Readonly<Record<string, BacktestScore>>;
  readonly coverage: { readonly nominal: number; readonly observed: number } | null;
  readonly verdict: string;
  readonly calibration?: readonly CalibrationRow[];
}

export interface ClvSection {
  readonly unit: 'day' | 'week';
  readonly calibrateUntil: string;
  readonly buyers: number;
  /** The buyers came as ready summaries: there are no orders to show behind these numbers. */
  readonly ready?: true;
  readonly models: Readonly<Partial<Record<ModelName, ModelFit>>>;
  readonly chosen: CountModel | null;
  readonly why: string;
  readonly backtest: Backtest | null;
  readonly customers: {
    readonly top: readonly {
      /** The key to join on: the export's own, or the id of the book's buyer where the person is known. */
      readonly buyer: string;
      /** What to call them: the book's name for a buyer of the book, else the key. */
      readonly name?: string;
      /** Days on which they bought, the first included. */
      readonly purchases: number;
      readonly pAlive: number;
      readonly expected: number;
      readonly clv: number | null;
      readonly interval: Interval | null;
    }[];
  };
  readonly total: {
    readonly value: number;
    readonly interval: Interval;
    readonly horizonWeeks: number;
  } | null;
  /** Buyers left out because their need has come to its natural end (J19); not there when none. */
  readonly graduated?: number;
}

export interface SatisfactionSection {
  readonly asked: number;
  readonly answered: number;
  readonly responseRate: number | null;
  readonly mean: number | null;
  readonly interval: Interval | null;
  readonly byWeek: readonly {
    readonly week: string;
    readonly n: number;
    readonly mean: number;
    readonly lo: number | null;
    readonly hi: number | null;
  }[];
  readonly trend: {
    readonly slopePerWeek: number | null;
    readonly interval: Interval | null;
    readonly p: number | null;
    readonly verdict: string;
  };
  readonly signals: readonly { readonly week: string; readonly kind: string; readonly text: string }[];
  /** Each question of the return visits; "would you recommend us"; and each person at the desk. */
  readonly questions?: readonly QuestionRow[];
  readonly recommend?: Recommendation | null;
  readonly clerks?: readonly ClerkRow[];
}

export interface PromisesSection {
  readonly made: number;
  readonly toBeSent: number;
  readonly open: number;
  readonly near: number;
  readonly late: number;
  readonly keptOnTime: number;
  readonly keptLate: number;
  readonly broken: number;
  readonly renegotiated: number;
  readonly released: number;
  /** Kept on time ÷ (kept on time + kept late + broken + late). */
  readonly keptRate: number | null;
  readonly interval: Interval | null;
  readonly byKind: readonly {
    readonly kind: string;
    readonly made: number;
    readonly keptOnTime: number;
    readonly settled: number;
  }[];
  /** Repeat rate of buyers by what became of promises to them; no proof of cause. */
  readonly repeatByOutcome: readonly {
    readonly outcome: 'kept' | 'broken' | 'none';
    readonly buyers: number;
    readonly repeatBuyers: number;
    readonly rate: number | null;
    readonly interval: Interval | null;
  }[];
  /** By outcome with lifetime value, by seller, by week; and the load of the coming days. */
  readonly outcomes?: PromiseOutcomes | null;
}

export interface GoodwillSection {
  readonly issued: number;
  readonly redeemed: number;
  readonly expired: number;
  readonly released: number;
  readonly outstanding: number;
  readonly outstandingCount: number;
  /** Percentages have no face value until an order is known; counted apart. */
  readonly percentOutstanding: number;
  readonly aged: readonly {
    readonly band: '0-30' | '31-90' | '90+';
    readonly count: number;
    readonly amount: number;
  }[];
  readonly expected: number | null;
}

export interface GiftsSection {
  readonly promised: number;
  readonly packed: number;
  readonly waitingForOrder: number;
  readonly expired: number;
  readonly cost: number;
  readonly returnWithin: number;
  /** Return within k days of buyers given a queue gift and of other buyers; no proof of cause. */
  readonly returned: readonly {
    readonly group: 'gift' | 'none';
    readonly buyers: number;
    readonly returned: number;
    readonly rate: number | null;
    readonly interval: Interval | null;
  }[];
  readonly byWait: readonly {
    readonly minutes: string;
    readonly gifts: number;
    readonly returned: number;
    readonly rate: number | null;
  }[];
  /** Wait → gift → return, from the waits themselves. */
  readonly dose?: DoseSection | null;
  /** The sealed coin; without a toss only what a test would take. */
  readonly test?: GiftTest | null;
  readonly plan?: GiftTestPlan;
}

export interface ComplaintsSection {
  readonly count: number;
  readonly per100Orders: number | null;
  readonly closed: number;
  readonly medianHoursToRemedy: number | null;
  readonly cost: number;
  readonly byCause: readonly { readonly cause: string; readonly count: number; readonly cost: number }[];
  /** Deadlines, make-good and return after recovery. */
  readonly care?: ComplaintCare | null;
}

/** One line of the week beside the week before; `before` is null where the data don't cover it (J7). */
export interface WeekRow {
  readonly key:
    | 'orders'
    | 'revenue'
    | 'newBuyers'
    | 'returnedBuyers'
    | 'promises'
    | 'promisesKept'
    | 'gifts'
    | 'complaints';
  readonly now: number;
  readonly before: number | null;
  /** How many times more than chance alone earlier weeks differed from each other (variance, at least 1). */
  readonly dispersion?: number;
}

export interface WeekComparison {
  readonly before: { readonly from: string; readonly to: string };
  readonly rows: readonly WeekRow[];
}

/** One sentence worth saying, with the numbers it stands on. */
export interface Finding {
  readonly key: string;
  readonly text: string;
  readonly evidence: Readonly<Record<string, unknown>>;
  /** Numbers of the sentence, in order, and the set of rows each counts. */
  readonly links?: readonly { readonly at: number; readonly length: number; readonly of: Behind }[];
}

export interface Review {
  readonly schema: 'review/1';
  /** Language of the sentences in it. */
  readonly lang?: Lang;
  readonly asOf: string;
  readonly tz: string;
  readonly currency: string | null;
  readonly period: { readonly from: string; readonly to: string; readonly isoWeek: string };
  /** The period beside the seven days before it. */
  readonly week?: WeekComparison;
  readonly inputs: readonly InputReport[];
  /** What it was made from, by content. */
  readonly inputHashes?: readonly InputHash[];
  readonly orders: OrdersSection | null;
  readonly ordersReason: string | null;
  readonly repeat: RepeatSection | null;
  readonly repeatReason: string | null;
  readonly cohorts: readonly Cohort[] | null;
  readonly cohortsReason: string | null;
  readonly clv: ClvSection | null;
  readonly clvReason: string | null;
  readonly satisfaction: SatisfactionSection | null;
  readonly satisfactionReason: string | null;
  readonly promises: PromisesSection | null;
  readonly promisesReason: string | null;
  readonly goodwill: GoodwillSection | null;
  readonly goodwillReason: string | null;
  readonly gifts: GiftsSection | null;
  readonly giftsReason: string | null;
  readonly complaints: ComplaintsSection | null;
  readonly complaintsReason: string | null;
  readonly findings: readonly Finding[];
  /** Whom to visit, what is owed, what to export next. */
  readonly lists?: Lists;
  /** The best buyers so far, where there is too little for an estimate. */
  readonly history?: readonly HistoryRow[];
  /** Cohorts by quarter, and by week for the newest half year. */
  readonly cohortsBy?: { readonly quarter: readonly Cohort[]; readonly week: readonly Cohort[] } | null;
  readonly gaps?: GapsSection | null;
  readonly rfm?: (RfmSection & { readonly movers: readonly NamedScore[] }) | null;
  /** The most overdue buyers by their own pace, and those expected in the coming week. */
  readonly expected?: readonly NamedExpectation[];
  readonly breakdowns?: readonly Breakdown[];
  readonly waits?: WaitsSection | null;
  readonly referrals?: ReferralsSection | null;
  /** Every noun of the book: how many, how many new, how they stand. */
  readonly records?: readonly BookCount[];
  readonly wishes?: readonly WishRow[];
  readonly forecast?: ForecastSection | null;
  /** Orders, revenue and the average order, in all and by week. */
  readonly sales?: SalesSection | null;
  /** What the shop's promotions come to if every coupon comes back (P6); `null` without any. */
  readonly promotions?: PromotionsSection | null;
  /** Who was new, came back, is nearly lost; birthdays and run-outs. */
  readonly people?: PeopleSection | null;
  /** The platforms' own weekly scores, as typed in. */
  readonly platformScores?: readonly PlatformScoreRow[] | null;
  /** What has become of the week before. */
  readonly since?: SinceLast | null;
}

/** An input with its SHA-256, so that years later anybody can tell what a letter was made from. */
export interface InputHash {
  readonly name: string;
  /** 64 hexadecimal digits; '' where it could not be told. */
  readonly hash: string;
}

/** A row per buyer with what to call them. */
export type NamedScore = RfmScore & { readonly name: string };
export type NamedExpectation = NextPurchase & { readonly name: string };
