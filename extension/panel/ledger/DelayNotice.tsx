import { templates } from '@extension/book/reads/templates';
import { Icon } from '@extension/ui/Icon';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { callOf, fillTemplate } from '@shared/text/template';
import { usePanel } from '../state/context';
import { useWordsAtHand } from '../words/use-words-at-hand';

interface DelayNoticeProps {
  /** What was promised. */
  readonly what: string;
  readonly name: string;
}

/**
 * Owning up to a promise that is late (P22): in the shop's own delay notice, with what that promises anew, else
 * in the prepared words.
 */
export function DelayNotice({ what, name }: DelayNoticeProps) {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const hand = useWordsAtHand();
  const stored = useLive(() => templates(session.book), [session.book]);
  if (!stored) return null;
  const delays = stored.filter(({ category }) => category === 'delay');
  const own =
    delays.find(({ language }) => language === lang) ?? delays.find(({ language }) => language === '');
  const call = callOf(name, t('panel.say.call'));
  const fill = () =>
    own ? hand.take(own) : session.fill(fillTemplate(t('panel.say.late'), { call, promised: what }).text);
  return (
    <p>
      <button type="button" onClick={() => void fill()}>
        <Icon name="fill" /> {own ? t('ledger.delay.own', { title: own.title }) : t('ledger.delay')}
      </button>
    </p>
  );
}
