import { isoWeek } from '@shared/calendar/week';
import type { MeasureInput } from '../../measures/input';
import { answerTime } from '../../measures/select';
import { wallDay } from '../../measures/wall-clock';
import { type BehindRow, called } from './behind';
import type { Names } from './rows-behind';

/**
 * Askings, answers with a score (mark: the week they count in) or answers to an asking: of return visits and of
 * review exports alike.
 */
export function answerRows(
  set: 'asked' | 'answers' | 'responses',
  mark: string | null,
  { answers }: MeasureInput,
  names: Names,
): readonly BehindRow[] {
  const rows: BehindRow[] = [];
  for (let index = 0; index < answers.count; index += 1) {
    const score = answers.score[index]!;
    const wasAsked = !Number.isNaN(answers.askedAt[index]!);
    const time = answerTime(answers, index);
    const day = Number.isNaN(time) ? null : wallDay(time);
    if (set !== 'answers' && !wasAsked) continue;
    if (set !== 'asked' && Number.isNaN(score)) continue;
    if (mark !== null && (day === null || isoWeek(day) !== mark)) continue;
    const said = Number.isNaN(score) ? '' : `${score}/5`;
    rows.push({
      ...called(answers.buyer[index]!, names),
      what: [said, answers.order[index]!].filter((part) => part !== '').join(' · '),
      day,
      amount: null,
    });
  }
  return rows;
}
