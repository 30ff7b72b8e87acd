import type { Review } from '../../review';
import { missingNeed } from '../cell';
import { sayText, type Writer } from '../text/writer';
import { type Answered, withoutRepetition } from './answers';

interface NotYetProps {
  readonly answers: readonly Answered[];
  readonly review: Review;
  readonly writer: Writer;
}

/** Questions without an answer, gathered at the end: what is missing, once, and what to do about it. */
export function NotYet({ answers, review, writer }: NotYetProps) {
  const { t } = writer;
  const byReason = new Map<string, Answered[]>();
  for (const one of withoutRepetition(answers)) {
    const need = missingNeed(one.cell, review);
    const reason = need === null ? '' : sayText(writer, review[`${need}Reason`]);
    byReason.set(reason, [...(byReason.get(reason) ?? []), one]);
  }
  if (byReason.size === 0) return null;
  return (
    <section class="section not-yet" aria-labelledby="section-not-yet">
      <h2 id="section-not-yet">{t('notebook.notYet')}</h2>
      {[...byReason].map(([reason, group]) => (
        <div class="missing" key={reason}>
          <h3>{group.map(({ cell }) => t(cell.question)).join(writer.gap)}</h3>
          <p>
            {reason}
            {writer.gap}
            {group.length === 1 && group[0]?.cell.advice && t(group[0].cell.advice)}
          </p>
        </div>
      ))}
    </section>
  );
}
