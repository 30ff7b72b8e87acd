import { isoWeek } from '@shared/calendar/week';
import type { AnswerFrame } from '../../frame/orders';
import type { MeasureInput } from '../../measures/input';
import { answerTime } from '../../measures/select';
import { wallDay } from '../../measures/wall-clock';
import { type BehindRow, called } from './behind';
import { addTo, type Keep } from './keep';
import type { Names } from './rows-behind';

/** Who would recommend the shop, who would not say, who would not: the bounds of the net promoter score. */
const RECOMMEND: Readonly<Record<string, readonly [number, number]>> = {
  promoters: [9, 10],
  passives: [7, 8],
  detractors: [0, 6],
};

/** Answers to "would you recommend us"; the mark is which part of the score they are. */
export function recommendRows(
  mark: string | null,
  { answers }: MeasureInput,
  names: Names,
): readonly BehindRow[] {
  const [lo, hi] = RECOMMEND[mark ?? ''] ?? [0, 10];
  const rows: BehindRow[] = [];
  for (const [index, score] of (answers.recommend ?? new Float64Array()).entries()) {
    if (!(score >= lo && score <= hi)) continue;
    rows.push(answerRow(index, `${score}/10`, answers, names));
  }
  return rows;
}

function answerRow(index: number, said: string, answers: AnswerFrame, names: Names): BehindRow {
  const time = answerTime(answers, index);
  return {
    ...called(answers.buyer[index]!, names),
    what: [said, answers.order[index]!].filter((part) => part !== '').join(' · '),
    day: Number.isNaN(time) ? null : wallDay(time),
    amount: null,
  };
}

/**
 * Askings, answers with a score (mark: the week they count in) or answers to an asking: of return visits and of
 * review exports alike.
 */
export function answerRows(
  set: 'asked' | 'answers' | 'responses',
  mark: string | null,
  { answers }: MeasureInput,
  names: Names,
  keep: Keep,
): readonly BehindRow[] {
  const all = keep(set, () => answersOf(set, answers, names));
  if (mark === null) return all;
  const byWeek = () => {
    const weeks = new Map<string, BehindRow[]>();
    for (const row of all) if (row.day !== null) addTo(weeks, isoWeek(row.day), row);
    return weeks;
  };
  return keep(`${set} by week`, byWeek).get(mark) ?? [];
}

function answersOf(
  set: Parameters<typeof answerRows>[0],
  answers: AnswerFrame,
  names: Names,
): readonly BehindRow[] {
  const rows: BehindRow[] = [];
  for (let index = 0; index < answers.count; index += 1) {
    const score = answers.score[index]!;
    const wasAsked = !Number.isNaN(answers.askedAt[index]!);
    if (set !== 'answers' && !wasAsked) continue;
    if (set !== 'asked' && Number.isNaN(score)) continue;
    rows.push(answerRow(index, Number.isNaN(score) ? '' : `${score}/5`, answers, names));
  }
  return rows;
}
