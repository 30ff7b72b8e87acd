import { Icon } from '@extension/ui/Icon';
import { Key } from '@extension/ui/Key';
import { bare, composing, fromField } from '@extension/ui/keys';
import { useMore } from '@extension/ui/more';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { usePanel } from '../state/context';
import { offerWords } from './offer-words';
import type { Offer } from './offers';
import { formOf, quoteOf } from './take';

interface OfferLineProps {
  readonly offer: Offer;
  readonly label: string;
  /** It has just come in place of another one: the key on its way was meant for that. */
  readonly held: boolean;
  readonly onTake: () => Promise<void>;
  readonly onLeave: () => void;
}

/** One suggestion: what it would become, the words it rests on, Enter to take it, Backspace to wave it away. */
export function OfferLine({ offer, label, held, onTake, onLeave }: OfferLineProps) {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const busy = useRef(false);
  const { icon, label: kind, says } = offerWords(offer, session.today.value, lang, t);
  const quote = quoteOf(offer);
  async function take(): Promise<void> {
    // A quick hand presses twice; one record is meant.
    if (busy.current || held) return;
    busy.current = true;
    await onTake();
    busy.current = false;
  }
  // Before the frame is drawn: whoever reads the line may press its key.
  useLayoutEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.defaultPrevented || composing(event) || !bare(event) || event.repeat) return;
      const onControl = event.target instanceof Element && event.target.closest('button, a, summary');
      if (held || fromField(event.target) || onControl || isElsewhere()) return;
      if (event.key === 'Enter') void take();
      else if (event.key === 'Backspace' || event.key === 'Delete') onLeave();
      else return;
      event.preventDefault();
    }
    /** Something stands over the panel that has keys of its own. */
    const isElsewhere = () =>
      session.desk.value !== null ||
      session.wordsShown.value ||
      session.keysShown.value ||
      session.menuShown.value ||
      session.form.value !== null;
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  return (
    <section class="suggest" aria-label={label} aria-busy={held}>
      <div class="suggest-words">
        <p class="suggest-what">
          <Icon name={icon} /> <strong>{kind}</strong> {says}
        </p>
        <p class="suggest-quote quiet small" title={quote}>
          <q>{quote}</q>
        </p>
      </div>
      <button type="button" aria-keyshortcuts="Enter" onClick={() => void take()}>
        {t(formOf(offer) ? 'suggest.look' : 'suggest.take')} <Key letter="↵" />
      </button>
      <button
        type="button"
        class="plain"
        aria-keyshortcuts="Backspace"
        aria-label={t('suggest.leave')}
        title={t('suggest.leave')}
        onClick={onLeave}
      >
        <Icon name="close" />
      </button>
    </section>
  );
}
