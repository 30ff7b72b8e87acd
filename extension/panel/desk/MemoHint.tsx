import './desk.css';
import { lastImport } from '@extension/book/reads/memo-orders';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { useEffect, useState } from 'preact/hooks';
import { usePanel } from '../state/context';
import { type MemoLine, memoLines } from './memo-lines';

/** "Your notes hold 37 things that sound promised": only where orders were imported and something is left to say. */
export function MemoHint() {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const imported = useLive(() => lastImport(book), [book]) ?? null;
  const [lines, setLines] = useState<readonly MemoLine[]>([]);
  const open = session.desk.value === 'memos';
  useEffect(() => {
    let here = true;
    if (imported !== null && !open) void memoLines(book).then((found) => here && setLines(found));
    return () => {
      here = false;
    };
  }, [book, imported, open]);
  if (lines.length === 0) return null;
  const endless = lines.filter(({ ended }) => !ended).length;
  return (
    <button type="button" class="memo-hint" onClick={() => (session.desk.value = 'memos')}>
      {t('desk.memo.hint', { n: lines.length, endless })}
    </button>
  );
}
