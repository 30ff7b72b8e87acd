import { recordRecipient } from '@extension/book/actions/packing';
import { findBuyer } from '@extension/book/reads/accounts';
import { ordersOf, unshipped } from '@extension/book/reads/orders';
import { SelectField, TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { RedLineHint } from '@extension/ui/RedLineHint';
import { useLive } from '@extension/ui/use-live';
import { callOf, fillTemplate } from '@shared/text/template';
import { FormFrame } from '../forms/FormFrame';
import type { FormProps } from '../forms/more-forms';
import { useDraft } from '../forms/use-draft';
import { usePanel } from '../state/context';
import { identityOf } from '../state/subject';
import { CardWords } from './CardWords';
import { recipientFrom } from './recipient-from';

/**
 * A present for somebody else (P9, J20). With nothing written yet Enter asks the buyer to whom, signed how and
 * in what words; the answer selected in the chat is laid out onto the card.
 */
export function RecipientForm({ form, onLeave }: FormProps) {
  const { t } = useMore();
  const { session, settings } = usePanel();
  const { book } = session;
  const { subject, prefill } = form;
  const read = recipientFrom(prefill.quote);
  const start = { words: read.words, to: read.to, from: read.from, order: '' };
  const { fields, set, drop } = useDraft(form, start);
  const orders = useLive(async () => {
    const { who } = subject;
    const buyerId = 'buyerId' in who ? who.buyerId : (await findBuyer(book, who.account))?.id;
    return buyerId ? (await ordersOf(book, buyerId)).filter(unshipped) : [];
  }, [book, identityOf(subject.who)]);
  const words = fields.words.trim();
  const to = fields.to.trim();
  const from = fields.from.trim();
  const nothing = words === '' && to === '' && from === '';
  const selected = session.selection();
  const isFresh = selected !== '' && selected !== prefill.quote;

  function leaveSaved(): void {
    drop();
    onLeave();
  }
  const ask = () => {
    const call = callOf(subject.name, t('panel.say.call'));
    return session.fill(fillTemplate(t('parcels.recipient.question'), { call }).text, async (line) => {
      session.say({ ...line, undoes: null, tone: line.key === 'panel.fill.done' ? 'done' : 'trouble' });
      leaveSaved();
    });
  };
  return (
    <FormFrame
      title="panel.act.recipient"
      subject={subject.name}
      check={() => (!nothing && to === '' ? 'parcels.recipient.toMissing' : null)}
      save={async () => {
        if (nothing) {
          await ask();
          return { ok: false };
        }
        return session.run(
          recordRecipient(book, subject.who, {
            to,
            from,
            words,
            what: t('parcels.recipient.what', { to }),
            orderNumber: (fields.order || orders?.[0]?.number) ?? null,
          }),
          { key: 'parcels.recipient.done', params: { to } },
        );
      }}
      fill={nothing ? ask : undefined}
      fillLabel="parcels.recipient.ask"
      onLeave={(saved) => (saved ? leaveSaved() : onLeave())}
    >
      <TextField
        label={t('panel.form.what')}
        value={fields.words}
        onValue={(value) => set({ words: value })}
        placeholder={t('parcels.recipient.wordsHint')}
        hint={nothing ? t('parcels.recipient.askHint') : null}
        multiline
        autofocus
      />
      {isFresh && (
        <button type="button" onClick={() => set({ ...fields, ...recipientFrom(selected) })}>
          {t('parcels.recipient.useSelection', { words: shortened(selected) })}
        </button>
      )}
      <div class="fields">
        <TextField
          label={t('parcels.recipient.to')}
          value={fields.to}
          onValue={(value) => set({ to: value })}
          narrow
        />
        <TextField
          label={t('parcels.recipient.from')}
          value={fields.from}
          onValue={(value) => set({ from: value })}
          narrow
        />
        {orders && orders.length > 1 && (
          <SelectField
            label={t('parcels.recipient.order')}
            value={fields.order || (orders[0]?.number ?? '')}
            options={orders.map(({ number, items }) => ({
              value: number,
              label: `${number} ${items[0]?.title ?? ''}`,
            }))}
            onValue={(order) => set({ order })}
          />
        )}
      </div>
      <CardWords text={fields.words} onPick={(text) => set({ words: text })} />
      <RedLineHint book={book} text={fields.words} platform={subject.platform} written />
      {!nothing && (
        <blockquote class="preview recipient-card">
          {to && <p>{t('parcels.card.to', { to })}</p>}
          <p>{words}</p>
          {from && <p class="signed">{from}</p>}
          <p class="quiet small signed">{settings.shopName || t('parcels.card.ourShop')}</p>
        </blockquote>
      )}
      <p class="quiet small">{t('parcels.recipient.noPrice')}</p>
    </FormFrame>
  );
}

function shortened(text: string): string {
  const chars = [...text];
  return chars.length > 24 ? `${chars.slice(0, 24).join('')}…` : text;
}
