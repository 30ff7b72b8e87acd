import { conditionFacts } from '@extension/book/reads/conditions';
import { Icon } from '@extension/ui/Icon';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { dueWords } from '@extension/ui/when';
import type { ConditionFacts } from '@shared/records/condition';
import type { Promised } from '@shared/records/promise';
import { useState } from 'preact/hooks';
import { owedPromise } from '../buyer/owed';
import { newest, Row, Rows, useDay } from '../buyer/rows';
import { settlements } from '../buyer/settle';
import { usePanel } from '../state/context';
import { DebtFold } from './DebtFold';
import { withChat } from './facts';
import { NewDate } from './NewDate';

/** Every promise made, the newest first, with how it stands, its words and what can still be done about it. */
export function PromiseRows({ promises }: { readonly promises: readonly Promised[] }) {
  const { t } = useMore();
  const { session } = usePanel();
  const found = useLive(
    async () => [...(await conditionFacts(session.book, promises)).values()][0],
    [session.book, promises],
  );
  const facts = withChat(found, session);
  return (
    <Rows empty={t('panel.empty.promises')}>
      {newest(promises, ({ saidAt }) => saidAt).map((promise) => (
        <PromiseRow key={promise.id} promise={promise} facts={facts} />
      ))}
    </Rows>
  );
}

function PromiseRow({ promise, facts }: { readonly promise: Promised; readonly facts: ConditionFacts }) {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const day = useDay();
  const [open, setOpen] = useState<'acts' | 'date' | null>(null);
  const today = session.today.value;
  const owed = owedPromise(promise, today, facts);
  const stands = owed.standing;
  const stillOpen = promise.state === 'open' || promise.state === 'to-be-sent';
  return (
    <Row
      day={day(promise.saidAt)}
      what={
        <>
          {promise.what} <span class="quiet">{dueWords(promise.due, today, lang, t)}</span>
        </>
      }
      state={
        owed.falls?.firm === false && stands === 'due'
          ? t('panel.owe.now')
          : t(`records.promise.state.${stands}`)
      }
      tone={stands}
    >
      <button
        type="button"
        class="icon-button small-button"
        aria-expanded={open !== null}
        aria-label={
          stillOpen
            ? t('panel.promise.settle', { what: promise.what })
            : t('panel.owe.details', { what: promise.what })
        }
        onClick={() => setOpen(open ? null : 'acts')}
      >
        <Icon name="fold" />
      </button>
      {stillOpen && open === 'acts' && (
        <span class="acts">
          {settlements(session, owed, true).map(({ word, act }) => (
            <button type="button" class="plain" key={word} onClick={act}>
              {t(word)}
            </button>
          ))}
          {promise.state === 'open' && (
            <button type="button" class="plain" onClick={() => setOpen('date')}>
              {t('panel.owe.newDate')}
            </button>
          )}
        </span>
      )}
      {open === 'acts' && <DebtFold kind="promise" record={promise} />}
      {stillOpen && open === 'date' && <NewDate promise={promise} onLeave={() => setOpen(null)} />}
    </Row>
  );
}
