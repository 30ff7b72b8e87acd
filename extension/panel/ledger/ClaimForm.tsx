import { addNote } from '@extension/book/actions/notes';
import type { OpenBook } from '@extension/book/open';
import { findBuyer } from '@extension/book/reads/accounts';
import { buyerView } from '@extension/book/reads/buyer';
import { recordsSince } from '@extension/book/reads/records-since';
import { TextField } from '@extension/ui/fields';
import { formKeys } from '@extension/ui/form-keys';
import { Icon } from '@extension/ui/Icon';
import { Key } from '@extension/ui/Key';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { dayWords } from '@extension/ui/when';
import { type Day, dayOf } from '@shared/calendar/day';
import { pastDay } from '@shared/calendar/past';
import { type ClaimMatch, claimOutcome, matchClaim, type Said, saidTo } from '@shared/records/claim';
import { useState } from 'preact/hooks';
import { findOff, parseOff } from '../forms/amount';
import type { FormProps } from '../forms/more-forms';
import { useDraft } from '../forms/use-draft';
import { usePanel } from '../state/context';
import { ClaimMatches } from './ClaimMatches';
import { claimText } from './claim-text';
import './ledger.css';

/** So many are worth comparing in the middle of a chat. */
const MOST = 5;

/**
 * "They say …" (J11): what a buyer claims was promised, held against what the book knows, and a polite text for
 * each outcome. It is looked up as it is typed; Enter puts the text into the reply box, unsent.
 */
export function ClaimForm({ form, onLeave }: FormProps) {
  const { t, lang } = useMore();
  const { session, settings } = usePanel();
  const { book } = session;
  const { subject } = form;
  const { fields, set, drop } = useDraft(form, { what: form.prefill.what });
  const [picked, setPicked] = useState<string | null>(null);
  const found = useLive(() => readSaid(book, subject.who, session.today.value), [book, session.today.value]);
  if (!found) return null;
  const { said, since, bought } = found;
  const off = parseOff(findOff(fields.what), settings.currency);
  const claim = {
    text: fields.what,
    amount: off?.amount ?? null,
    percentOff: off?.percentOff ?? null,
  };
  const matches = matchClaim(claim, said).slice(0, MOST);
  const meant: ClaimMatch | null = matches.find((match) => match.said.id === picked) ?? matches[0] ?? null;
  const outcome = claimOutcome(meant, pastDay(fields.what, session.today.value), since, bought);
  const dayOfSaid = (one: Said) => dayOf(Date.parse(one.saidAt), book.world.timeZone);
  const write = (day: Day) => dayWords(day, session.today.value, lang);
  const asked = fields.what.trim() !== '';
  const text = claimText({ meant, outcome, since, name: subject.name, lang, t, dayOfSaid, write });

  function fill(): void {
    if (!asked) return;
    void session.fill(text, async (line) => {
      drop();
      onLeave();
      session.say({ ...line, undoes: null, tone: line.key === 'panel.fill.done' ? 'done' : 'trouble' });
    });
  }
  async function note(): Promise<void> {
    const words = t('ledger.claim.noteText', { what: fields.what.trim() });
    const ack = await session.run(addNote(book, subject.who, words), { key: 'panel.done.note' });
    if (!ack.ok) return;
    drop();
    onLeave();
  }
  return (
    <form class="form claim" aria-label={t('panel.act.claim')} {...formKeys({ save: fill, leave: onLeave })}>
      <p class="form-title">
        <strong>{t('panel.act.claim')}</strong>{' '}
        <span class="quiet">{t('panel.form.for', { name: subject.name })}</span>
      </p>
      <TextField
        label={t('panel.form.what')}
        value={fields.what}
        onValue={(what) => set({ what })}
        placeholder={t('ledger.claim.hint')}
        multiline
        autofocus
      />
      <p class="quiet small">
        {since === null ? t('ledger.claim.noRecords') : t('ledger.claim.since', { day: write(since) })}
      </p>
      {asked && (
        <div aria-live="polite">
          <p class={`outcome ${outcome}`}>{t(`ledger.claim.outcome.${outcome}`)}</p>
          {meant?.sameAmount === false && <p class="hint wrong">{t('ledger.claim.otherAmount')}</p>}
          <ClaimMatches matches={matches} meant={meant} onPick={setPicked} />
          <p class="claim-text">{text}</p>
        </div>
      )}
      <div class="acts">
        <button type="submit" class={asked ? 'primary' : ''} disabled={!asked}>
          <Icon name="fill" /> {t('panel.form.fill')} <Key letter="↵" />
        </button>
        {asked && (outcome === 'none' || outcome === 'before') && (
          <button type="button" onClick={() => void note()}>
            {t('ledger.claim.note')}
          </button>
        )}
        <button type="button" class="plain" onClick={onLeave}>
          {t('common.cancel')} <Key letter="Esc" />
        </button>
      </div>
    </form>
  );
}

/** What the book holds of this buyer's past, and from which day it holds anything. */
async function readSaid(book: OpenBook, who: FormProps['form']['subject']['who'], today: Day) {
  const buyerId = 'buyerId' in who ? who.buyerId : (await findBuyer(book, who.account))?.id;
  const [view, since] = await Promise.all([
    buyerId === undefined ? null : buyerView(book, buyerId),
    recordsSince(book),
  ]);
  if (!view) return { said: [], since, bought: null };
  const orders = view.orders.flatMap((order) => order.createdAt ?? order.paidAt ?? []).toSorted();
  const zone = book.world.timeZone;
  const memos = view.orders
    .filter(({ sellerMemo }) => sellerMemo !== '')
    .map(({ id, sellerMemo, createdAt, paidAt }) => ({
      id,
      text: sellerMemo,
      notedAt: createdAt ?? paidAt ?? '',
    }))
    .filter(({ notedAt }) => notedAt !== '');
  return {
    said: saidTo({ ...view, notes: [...view.notes, ...memos] }, today),
    since,
    bought: orders[0] === undefined ? null : dayOf(Date.parse(orders[0]), zone),
  };
}
