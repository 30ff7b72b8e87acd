import { tellPromise } from '@extension/book/actions/promises';
import { Icon } from '@extension/ui/Icon';
import { Key } from '@extension/ui/Key';
import { type AnyTranslate, useMore } from '@extension/ui/more';
import type { Promised } from '@shared/records/promise';
import { callOf, fillTemplate } from '@shared/text/template';
import { useEffect, useRef, useState } from 'preact/hooks';
import { sentIds } from '../buyer/sent';
import { usePanel } from '../state/context';
import { conversationKey } from '../state/subject';
import './ledger.css';

/** The sentence that tells a buyer that what was promised is done, in the words of its kind. */
export function toldText({ kind, what }: Promised, name: string, t: AnyTranslate): string {
  const call = callOf(name, t('panel.say.call'));
  return fillTemplate(t(`ledger.told.${kind}`), { call, promised: what }).text;
}

/** Where a filled sentence is remembered until it is seen as sent, also over a closed panel (J2). */
const keyOf = (id: string) => `told:${id}`;

interface Filled {
  readonly text: string;
  readonly at: string;
}

function readFilled(kept: string | null): Filled | null {
  try {
    const data = JSON.parse(kept ?? 'null') as Partial<Filled> | null;
    return typeof data?.text === 'string' && typeof data.at === 'string'
      ? { text: data.text, at: data.at }
      : null;
  } catch {
    return null;
  }
}

/** Kept today: the buyer is told that it is done, with one key. Told once it is seen as sent, or on a click. */
export function Tell({ promises, name }: { readonly promises: readonly Promised[]; readonly name: string }) {
  const { t } = useMore();
  const { session } = usePanel();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const shown = promises.filter(({ id }) => !hidden.has(id));
  const first = shown[0];
  const { book, storage } = session;
  const marked = useRef(new Set<string>());

  const told = async (promise: Promised, key: 'panel.done.seenSent' | 'ledger.done.told') => {
    const ack = await session.run(tellPromise(book, promise.id), { key, params: { what: promise.what } });
    if (ack.ok) storage.removeItem(keyOf(promise.id));
  };
  const fill = (promise: Promised) => {
    const text = toldText(promise, name, t);
    void session.fill(text, async (line) => {
      storage.setItem(
        keyOf(promise.id),
        JSON.stringify({ text, at: new Date(book.world.now()).toISOString() }),
      );
      session.say({ ...line, undoes: null, tone: line.key === 'panel.fill.done' ? 'done' : 'trouble' });
    });
  };
  session.tellFirst = first ? () => fill(first) : null;
  useEffect(
    () => () => {
      session.tellFirst = null;
    },
    [session],
  );

  const subject = session.subject.value;
  const chat = session.chat.value;
  const here =
    subject.kind === 'buyer' && chat?.buyer && conversationKey(chat.buyer) === subject.conversation
      ? chat
      : null;
  useEffect(() => {
    if (!here?.buyer) return;
    const waiting = promises.flatMap((promise) => {
      const filled = readFilled(storage.getItem(keyOf(promise.id)));
      return filled ? [{ id: promise.id, state: 'to-be-sent', quote: filled.text, saidAt: filled.at }] : [];
    });
    const before = session.seenBeforeFill.get(conversationKey(here.buyer)) ?? new Set<string>();
    for (const id of sentIds(waiting, here.messages, before)) {
      const promise = promises.find((one) => one.id === id);
      if (!promise || marked.current.has(id)) continue;
      marked.current.add(id);
      void told(promise, 'panel.done.seenSent');
    }
  }, [here, promises]);

  if (shown.length === 0) return null;
  return (
    <ul class="tell">
      {shown.map((promise) => (
        <li key={promise.id}>
          <p>
            <Icon name="check" /> {t('ledger.tell', { what: promise.what })}
          </p>
          <div class="acts">
            <button type="button" onClick={() => fill(promise)}>
              <Icon name="fill" /> {t('ledger.tell.fill')} {promise === first && <Key letter="T" />}
            </button>
            <button type="button" class="plain" onClick={() => void told(promise, 'ledger.done.told')}>
              {t('ledger.tell.told')}
            </button>
            <button type="button" class="plain" onClick={() => setHidden(new Set([...hidden, promise.id]))}>
              {t('ledger.tell.no')}
            </button>
          </div>
        </li>
      ))}
    </ul>
  );
}
