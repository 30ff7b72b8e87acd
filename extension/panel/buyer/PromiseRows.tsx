import { Icon } from '@extension/ui/Icon';
import { dueWords } from '@extension/ui/when';
import { useWords } from '@extension/ui/words';
import { type Promised, standing } from '@shared/records/promise';
import { useState } from 'preact/hooks';
import { usePanel } from '../state/context';
import { NewDate } from './NewDate';
import { newest, Row, Rows, useDay } from './rows';
import { settlements } from './settle';

/** Every promise made, the newest first; one that still stands can be settled from its row. */
export function PromiseRows({ promises }: { readonly promises: readonly Promised[] }) {
  const { t } = useWords();
  return (
    <Rows empty={t('panel.empty.promises')}>
      {newest(promises, ({ saidAt }) => saidAt).map((promise) => (
        <PromiseRow key={promise.id} promise={promise} />
      ))}
    </Rows>
  );
}

function PromiseRow({ promise }: { readonly promise: Promised }) {
  const { t, lang } = useWords();
  const { session } = usePanel();
  const day = useDay();
  const [open, setOpen] = useState<'acts' | 'date' | null>(null);
  const today = session.today.value;
  const stands = standing(promise, today);
  const stillOpen = promise.state === 'open' || promise.state === 'to-be-sent';
  return (
    <Row
      day={day(promise.saidAt)}
      what={
        <>
          {promise.what} <span class="quiet">{dueWords(promise.due, today, lang, t)}</span>
        </>
      }
      state={t(`records.promise.state.${stands}`)}
      tone={stands}
    >
      {stillOpen && (
        <button
          type="button"
          class="icon-button small-button"
          aria-expanded={open !== null}
          aria-label={t('panel.promise.settle', { what: promise.what })}
          onClick={() => setOpen(open ? null : 'acts')}
        >
          <Icon name="fold" />
        </button>
      )}
      {stillOpen && open === 'acts' && (
        <span class="acts">
          {settlements(session, { kind: 'promise', record: promise, standing: stands }, true).map(
            ({ word, act }) => (
              <button type="button" class="plain" key={word} onClick={act}>
                {t(word)}
              </button>
            ),
          )}
          {promise.state === 'open' && (
            <button type="button" class="plain" onClick={() => setOpen('date')}>
              {t('panel.owe.newDate')}
            </button>
          )}
        </span>
      )}
      {stillOpen && open === 'date' && <NewDate promise={promise} onLeave={() => setOpen(null)} />}
    </Row>
  );
}
