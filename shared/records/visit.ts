import * as v from 'valibot';
import { stored } from './envelope';
import { day, id, line, moment, score, since, text } from './fields';

export const VISIT_STATES = ['planned', 'asked', 'answered', 'no-answer'] as const;

/** A return visit (P13, J6): asked how it was; the answer in scores of 1–5, or that none came. */
export const visitSchema = stored({
  buyerId: id,
  what: text,
  orderNumber: v.nullable(line),
  state: v.picklist(VISIT_STATES),
  planned: v.nullable(day),
  askedAt: v.nullable(moment),
  answeredAt: v.nullable(moment),
  overall: v.nullable(score),
  goods: v.nullable(score),
  delivery: v.nullable(score),
  service: v.nullable(score),
  by: line,
  /** The rest of the return-visit sheet (P13), behind `more`: each a score of 1–5 where it was asked. */
  punctuality: since(v.nullable(score), null),
  leadTime: since(v.nullable(score), null),
  returns: since(v.nullable(score), null),
  promisesHonoured: since(v.nullable(score), null),
  /** How likely they would recommend the shop, 0–10. */
  recommend: since(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10))), null),
  suggestions: since(text, ''),
  /** Planned by a rule of the shop (P12). */
  ruleId: since(v.nullable(id), null),
});
export type Visit = v.InferOutput<typeof visitSchema>;

/** A return visit is paid within a month of delivery (P13). */
export const VISIT_WITHIN_DAYS = 30;
/** Up to this score a buyer is unhappy, and there is something to make good. */
export const BAD_SCORE = 2;
/** From this overall score a buyer is really happy (P17). */
export const HAPPY_SCORE = 4;

/** Every question of the sheet that is answered by a score of 1–5; the first four are always asked (J6). */
export const VISIT_SCORES = [
  'overall',
  'goods',
  'delivery',
  'service',
  'punctuality',
  'leadTime',
  'returns',
  'promisesHonoured',
] as const;
export type VisitScore = (typeof VISIT_SCORES)[number];
export type VisitScores = Pick<Visit, VisitScore>;

/**
 * The questions a buyer answered badly, worst first: what a complaint is opened about.
 *
 * @example badScores({ overall: 3, goods: 2, delivery: 1, service: null, punctuality: null, leadTime: null, returns: null, promisesHonoured: null }) // => ['delivery', 'goods']
 */
export function badScores(visit: VisitScores): readonly VisitScore[] {
  return VISIT_SCORES.filter((name) => (visit[name] ?? 5) <= BAD_SCORE).sort(
    (a, b) => (visit[a] ?? 5) - (visit[b] ?? 5),
  );
}

/** When something last happened to a visit, for lists; '' when it has no day at all. */
export function visitMoment(visit: Pick<Visit, 'answeredAt' | 'askedAt' | 'planned'>): string {
  return visit.answeredAt ?? visit.askedAt ?? visit.planned ?? '';
}
