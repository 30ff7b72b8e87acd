import { fillNewMessage } from '@extension/book/actions/care-messages';
import { type MessageInput, prepareMessage } from '@extension/book/actions/messages';
import { lastWritten, quietFor } from '@extension/book/reads/contact';
import { SelectField, TextField } from '@extension/ui/fields';
import { formKeys } from '@extension/ui/form-keys';
import { Key } from '@extension/ui/Key';
import { useMore } from '@extension/ui/more';
import { RedLineHint } from '@extension/ui/RedLineHint';
import { useLive } from '@extension/ui/use-live';
import { shortDay } from '@extension/ui/when';
import { tooSoon } from '@shared/records/contact';
import { isOnlyOffer } from '@shared/text/only-offer';
import { useState } from 'preact/hooks';
import { usePanel } from '../state/context';
import { sayTo } from './say';

interface MessageFormProps {
  readonly buyer: { readonly id: string; readonly name: string };
  readonly about: Omit<MessageInput, 'text'>;
  /** The words offered first. */
  readonly text: string;
  /** Categories of templates whose words are offered besides. */
  readonly templates?: readonly string[];
  readonly onLeave: () => void;
}

/**
 * Words to one buyer, put into the reply box now or prepared for a day (P11). It says when the words only sell,
 * cross a red line, or come too soon after the last ones; it never forbids.
 */
export function MessageForm({ buyer, about, text: first, templates = [], onLeave }: MessageFormProps) {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const today = session.today.value;
  const [text, setText] = useState(first);
  const wanted = templates.join(' ');
  const known = useLive(async () => {
    const [all, written, quiet] = await Promise.all([
      book.db.templates.toArray(),
      lastWritten(book, [buyer.id]),
      quietFor(book),
    ]);
    const fitting = all.filter(
      ({ deleted, category, language }) =>
        !deleted && wanted.split(' ').includes(category) && (language === '' || language === lang),
    );
    return { fitting, last: written.get(buyer.id) ?? null, quiet };
  }, [book, buyer.id, wanted, lang]);
  const words = text.trim();
  const input = { ...about, text: words };
  const soon = known && tooSoon(known.last, about.dueOn, known.quiet) ? known.last : null;

  async function prepare(): Promise<void> {
    if (words === '') return;
    const day = shortDay(about.dueOn, today);
    const action = prepareMessage(book, { buyerId: buyer.id }, input);
    if ((await session.run(action, { key: 'care.done.prepared', params: { day } })).ok) onLeave();
  }
  const fill = () =>
    session.fill(words, async (line) => {
      if ((await session.run(fillNewMessage(book, { buyerId: buyer.id }, input), line)).ok) onLeave();
    });
  return (
    <form class="inline-form care-words" {...formKeys({ save: prepare, leave: onLeave })}>
      {known && known.fitting.length > 0 && (
        <SelectField
          label={t('care.words.from')}
          value=""
          options={[
            { value: '', label: t('care.words.own') },
            ...known.fitting.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          onValue={(id) => {
            const template = known.fitting.find((one) => one.id === id);
            if (template) setText(sayTo({ name: buyer.name, lang, t }, template.text));
          }}
        />
      )}
      <TextField label={t('care.words')} value={text} onValue={setText} multiline autofocus />
      <RedLineHint book={book} text={words} platform={null} written />
      {isOnlyOffer(words) && <p class="notice">{t('care.words.onlyOffer')}</p>}
      {soon !== null && <p class="notice">{t('care.words.tooSoon', { day: shortDay(soon, today) })}</p>}
      <div class="acts">
        <button type="submit" class="primary" disabled={words === ''}>
          {t('care.words.prepare', { day: shortDay(about.dueOn, today) })} <Key letter="↵" />
        </button>
        <button type="button" disabled={words === ''} onClick={() => void fill()}>
          {t('panel.owe.fill')}
        </button>
        <button type="button" class="plain" onClick={onLeave}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}
