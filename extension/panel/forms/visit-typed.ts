import type { VisitInput } from '@extension/book/actions/visits';
import type { VISIT_SCORES, VisitScores } from '@shared/records/visit';

/** The questions always asked, the overall one first (J6). */
export const FIRST_SCORES = ['overall', 'goods', 'delivery', 'service'] as const;
/** The rest of the sheet (P13), behind `more`. */
export const MORE_SCORES = ['punctuality', 'leadTime', 'returns', 'promisesHonoured'] as const;

/** A return visit as it is typed; a score is '1' … '5', or '' for not asked. */
export type VisitTyped = Readonly<
  Record<(typeof VISIT_SCORES)[number] | 'what' | 'state' | 'recommend' | 'suggestions', string>
>;

export const BLANK_VISIT: VisitTyped = {
  what: '',
  state: 'answered',
  recommend: '',
  suggestions: '',
  overall: '',
  goods: '',
  delivery: '',
  service: '',
  punctuality: '',
  leadTime: '',
  returns: '',
  promisesHonoured: '',
};

/** Whether anything of the long sheet is filled in: then it is not hidden. */
export function moreTyped(fields: VisitTyped): boolean {
  return [...MORE_SCORES, 'recommend' as const, 'suggestions' as const].some((name) => fields[name] !== '');
}

/** What was typed, as a visit; scores only of one that was answered. `null`: a number from 0 to 10 is wrong. */
export function readVisit(fields: VisitTyped): Omit<VisitInput, 'orderNumber'> | null {
  const answered = fields.state === 'answered';
  const score = (name: (typeof VISIT_SCORES)[number]) =>
    answered && fields[name] !== '' ? Number(fields[name]) : null;
  const recommend = fields.recommend.trim();
  if (!/^(\d|10)?$/.test(recommend)) return null;
  return {
    what: fields.what.trim(),
    state: fields.state as VisitInput['state'],
    overall: score('overall'),
    goods: score('goods'),
    delivery: score('delivery'),
    service: score('service'),
    punctuality: score('punctuality'),
    leadTime: score('leadTime'),
    returns: score('returns'),
    promisesHonoured: score('promisesHonoured'),
    recommend: answered && recommend !== '' ? Number(recommend) : null,
    suggestions: answered ? fields.suggestions.trim() : '',
  };
}

/** A sheet on which nothing was answered. */
export const NO_SCORES: VisitScores = {
  overall: null,
  goods: null,
  delivery: null,
  service: null,
  punctuality: null,
  leadTime: null,
  returns: null,
  promisesHonoured: null,
};
