import { giveGift } from '@extension/book/actions/gifts';
import { saveSetting } from '@extension/book/actions/settings';
import { giftStock } from '@extension/book/reads/stock';
import { CheckField, SelectField, TextField } from '@extension/ui/fields';
import { useLive } from '@extension/ui/use-live';
import { useWords } from '@extension/ui/words';
import { GIFT_KINDS, type GiftKind } from '@shared/records/gift';
import { GiftAdvice, RedLineHint } from '../parcels';
import { apologyText } from '../queue/apology';
import { openWaiting, waitingOf } from '../queue/waiting';
import { usePanel } from '../state/context';
import type { Line, OpenForm } from '../state/session';
import { CostField, readCost } from './CostField';
import { FormFrame } from './FormFrame';
import { costText, stockIdFor, stockNamed, stockWords } from './gift-stock';
import { useDraft } from './use-draft';

/**
 * A gift from the stock, or a new one. For a buyer who waits it is an apology unless the seller says otherwise:
 * saving it also fills the reply box with place, wait and gift. A surprise is never put into a message.
 */
export function GiftForm({ form, onLeave }: { readonly form: OpenForm; readonly onLeave: () => void }) {
  const { t, lang } = useWords();
  const { session, settings } = usePanel();
  const { prefill, subject } = form;
  const waiting = openWaiting(waitingOf(session.chat.value, session.now.value));
  const first = form.kind === 'apology' || waiting ? 'apology' : 'surprise';
  const start = { what: prefill.what, cost: '', kind: first, count: '', reason: '', alone: '' };
  const { fields, set, drop } = useDraft(form, start);
  const stock = useLive(() => giftStock(session.book), [session.book]) ?? [];
  const known = stockNamed(stock, fields.what);
  const kind = fields.kind as GiftKind;
  const { ok, cost } = readCost(fields.cost, settings.currency);
  /** Words go with it: it was opened as one, or the buyer is seen to wait. */
  const apology = kind === 'apology' && (form.kind === 'apology' || waiting !== null);
  const what = fields.what.trim();

  function check() {
    if (what === '') return 'panel.form.giftMissing';
    return ok ? null : 'panel.form.moneyUnknown';
  }
  async function record(quote: string, line: Line) {
    const stockId = await stockIdFor(session.book, known, { name: what, count: fields.count, cost });
    const wait = kind === 'apology' ? waiting : null;
    // The gift picked for the first apology is the shop's from then on: the next one is one key.
    if (apology && stockId !== null && settings.apologyGift.stockId === null) {
      await saveSetting(session.book, 'apologyGift', { ...settings.apologyGift, stockId });
    }
    return session.run(
      giveGift(session.book, subject.who, {
        what,
        kind,
        reason: fields.reason.trim() || (kind === 'apology' ? t('panel.gift.reasonWait') : ''),
        alone: kind !== 'apology' && fields.alone === 'yes',
        cost: cost ?? known?.cost ?? null,
        stockId,
        waitSeconds: wait?.seconds ?? null,
        waitExact: wait?.exact ?? null,
        place: wait?.place ?? null,
        quote,
        where: subject.where,
        toBeSent: quote !== '',
      }),
      line,
    );
  }
  function leaveSaved(): void {
    drop();
    onLeave();
  }
  /** Fills first: what could not be put on its way to the buyer is no promise to them. */
  async function fillAndRecord(): Promise<void> {
    const said = { name: subject.name, gift: what };
    const text =
      kind === 'apology'
        ? apologyText(settings.apologyGift.text, said, waiting, t)
        : t('panel.say.giftNew', { gift: what });
    await session.fill(text, async (line) => {
      const said = apology && line.key === 'panel.fill.done';
      const done: Line = said ? { key: 'panel.done.apology', params: { gift: what } } : line;
      if ((await record(text, done)).ok) leaveSaved();
    });
  }
  function pickWhat(value: string): void {
    const line = stockNamed(stock, value);
    set(line ? { what: value, cost: costText(line.cost) } : { what: value });
  }
  const hint = known ? stockWords(known, lang, t) : what === '' ? null : t('panel.gift.notInStock');
  return (
    <FormFrame
      title={apology ? 'panel.act.apology' : 'panel.act.gift'}
      subject={subject.name}
      check={check}
      save={async () => {
        if (!apology) return record('', { key: 'panel.done.gift' });
        await fillAndRecord();
        return { ok: false };
      }}
      fill={kind === 'announced' ? fillAndRecord : undefined}
      onLeave={(saved) => (saved ? leaveSaved() : onLeave())}
    >
      <TextField
        label={t('panel.form.what')}
        value={fields.what}
        onValue={pickWhat}
        placeholder={t('panel.form.giftHint')}
        hint={hint}
        autofocus
      />
      {stock.length > 0 && (
        <div class="chips">
          {stock.slice(0, 6).map((line) => (
            <button
              type="button"
              class="chip"
              key={line.id}
              onClick={(event) => {
                pickWhat(line.name);
                // Back to the field, where Enter saves; on the chip it would only pick the same again.
                event.currentTarget.form?.querySelector('input')?.focus();
              }}
            >
              {line.name} <span class="quiet">{line.count}</span>
            </button>
          ))}
        </div>
      )}
      <GiftAdvice who={subject.who} kind={kind} what={what} stockId={known?.id ?? null} onPick={pickWhat} />
      <div class="fields">
        {form.kind !== 'apology' && (
          <SelectField
            label={t('panel.form.kind')}
            value={kind}
            options={GIFT_KINDS.map((value) => ({ value, label: t(`records.gift.kind.${value}`) }))}
            onValue={(value) => set({ kind: value })}
            narrow
          />
        )}
        <CostField value={fields.cost} onValue={(value) => set({ cost: value })} />
        {!known && (
          <TextField
            label={t('panel.gift.count')}
            value={fields.count}
            onValue={(count) => set({ count })}
            placeholder={t('panel.gift.countHint')}
            narrow
          />
        )}
      </div>
      {form.kind !== 'apology' && (
        <TextField
          label={t('panel.gift.reason')}
          value={fields.reason}
          onValue={(reason) => set({ reason })}
          placeholder={t(kind === 'apology' ? 'panel.gift.reasonWait' : 'panel.gift.reasonHint')}
        />
      )}
      <RedLineHint
        book={session.book}
        text={`${fields.reason}\n${what}`}
        platform={subject.platform}
        written
      />
      {kind !== 'apology' && (
        <CheckField
          label={t('panel.gift.alone')}
          checked={fields.alone === 'yes'}
          onChecked={(alone) => set({ alone: alone ? 'yes' : '' })}
        />
      )}
      {kind === 'surprise' && <p class="private">{t('panel.gift.secret')}</p>}
      {apology && what !== '' && (
        <blockquote class="preview">
          {apologyText(settings.apologyGift.text, { name: subject.name, gift: what }, waiting, t)}
        </blockquote>
      )}
    </FormFrame>
  );
}
