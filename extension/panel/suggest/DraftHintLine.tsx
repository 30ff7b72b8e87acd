import type { DraftHint } from '@extension/chat/suggest';
import { type AnyTranslate, useMore } from '@extension/ui/more';
import { dayWords } from '@extension/ui/when';
import type { Day } from '@shared/calendar/day';
import { usePanel } from '../state/context';

/** What to think of before the draft is sent: the first hint, and how many more there are. It stops nothing. */
export function DraftHintLine({ hints }: { readonly hints: readonly DraftHint[] }) {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const [first] = hints;
  if (!first) return null;
  const words = hintWords(first, session.today.value, lang, t);
  const more = hints.length > 1 ? ` ${t('suggest.hint.more', { n: hints.length - 1 })}` : '';
  return (
    <p class="suggest-hint small" title={words}>
      {words}
      {more}
    </p>
  );
}

function hintWords(hint: DraftHint, today: Day, lang: string, t: AnyTranslate): string {
  switch (hint.why) {
    case 'red-line': {
      const { quote, reason } = hint.line;
      return t('redLine.hint', { quote, why: t(`redLine.${reason}`) });
    }
    case 'often-broken': {
      const { kept, settled } = hint.record;
      const { promise } = hint;
      const kind = promise.table === 'promise' ? t(`records.promise.kind.${promise.kind}`) : promise.what;
      return t('suggest.hint.oftenBroken', { kind, kept, n: settled });
    }
    case 'full-day':
      return t('suggest.hint.fullDay', { day: dayWords(hint.day, today, lang), n: hint.open });
  }
}
