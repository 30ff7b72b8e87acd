import { type MemoDecision, settleMemo } from '@extension/book/actions/memo';
import { Key } from '@extension/ui/Key';
import { bare, composing, fromField } from '@extension/ui/keys';
import { useMore } from '@extension/ui/more';
import { Name } from '@extension/ui/Name';
import { shortDay } from '@extension/ui/when';
import { dayOf } from '@shared/calendar/day';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { usePanel } from '../state/context';
import { type MemoLine, memoLines } from './memo-lines';

const DECISIONS = [
  { decision: 'recorded', letter: 'R' },
  { decision: 'done', letter: 'D' },
  { decision: 'let-go', letter: 'L' },
] as const;

/**
 * What the imported order notes hold that sounds promised (J17): one line at a time, one key each. Nothing is
 * taken over by itself, and nothing recorded here is late by itself (J5).
 */
export function MemoReview() {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const [lines, setLines] = useState<readonly MemoLine[] | null>(null);
  const undone = session.toast.value?.key === 'panel.done.undone';
  useEffect(() => {
    let here = true;
    void memoLines(book).then((found) => here && setLines(found));
    return () => {
      here = false;
    };
  }, [book, undone]);
  const first = lines?.[0];

  async function decide(line: MemoLine, decision: MemoDecision): Promise<void> {
    const { order, key, said } = line;
    const params = { what: said.what };
    const ack = await session.run(settleMemo(book, order, key, said, decision), {
      key: `desk.memo.done.${decision}`,
      params,
    });
    if (ack.ok) setLines((now) => now?.filter((one) => one.key !== key) ?? null);
  }
  // Before the frame is drawn: whoever reads the line may press its key.
  useLayoutEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!first || composing(event) || !bare(event) || event.repeat || fromField(event.target)) return;
      const found = DECISIONS.find(({ letter }) => letter.toLowerCase() === event.key.toLowerCase());
      if (!found) return;
      // Here these letters mean the line and nothing of the panel behind it.
      event.preventDefault();
      event.stopPropagation();
      void decide(first, found.decision);
    }
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [first]);

  if (!lines) return <div class="frame" aria-busy="true" />;
  if (lines.length === 0) return <p class="empty">{t('desk.memo.nothing')}</p>;
  const endless = lines.filter(({ ended }) => !ended).length;
  const today = session.today.value;
  return (
    <>
      <p>{t('desk.memo.hint', { n: lines.length, endless })}</p>
      <p class="quiet small">{t('desk.memo.why')}</p>
      <ul class="memos">
        {lines.slice(0, 20).map((line) => (
          <li key={line.key}>
            <p class="quiet small">
              <Name of={line.buyer?.name ?? (line.order.buyerName || line.order.number)} /> ·{' '}
              {line.order.createdAt &&
                shortDay(dayOf(Date.parse(line.order.createdAt), book.world.timeZone), today)}
              {line.ended && ` · ${t('desk.memo.ended')}`}
            </p>
            <p class="memo-words">{line.said.what}</p>
            {line.said.quote !== line.said.what && <p class="quiet small">{line.said.quote}</p>}
            <div class="acts">
              {DECISIONS.map(({ decision, letter }) => (
                <button type="button" key={decision} onClick={() => void decide(line, decision)}>
                  {t(`desk.memo.${decision}`)} {line === first && <Key letter={letter} />}
                </button>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {lines.length > 20 && <p class="quiet">{t('panel.today.more', { n: lines.length - 20 })}</p>}
    </>
  );
}
