import { recordPackingNote } from '@extension/book/actions/packing';
import { CheckField, SelectField, TextField } from '@extension/ui/fields';
import { useWords } from '@extension/ui/words';
import { PACKING_KINDS, type PackingKind } from '@shared/records/packing';
import { CardWords, RedLineHint } from '../parcels';
import { usePanel } from '../state/context';
import type { OpenForm } from '../state/session';
import { FormFrame } from './FormFrame';
import { useDraft } from './use-draft';

/** What to remember at the packing table, and the words of the card. */
export function PackingForm({ form, onLeave }: { readonly form: OpenForm; readonly onLeave: () => void }) {
  const { t } = useWords();
  const { session } = usePanel();
  const start = { what: form.prefill.what, kind: 'other', card: '', standing: '' };
  const { fields, set, drop } = useDraft(form, start);
  const kind = fields.kind as PackingKind;
  const card = fields.card.trim();
  return (
    <FormFrame
      title="panel.act.packing"
      subject={form.subject.name}
      check={() => (fields.what.trim() === '' && card === '' ? 'panel.form.whatMissing' : null)}
      save={() =>
        session.run(
          recordPackingNote(session.book, form.subject.who, {
            what: fields.what.trim() || t(`records.packing.kind.${kind}`),
            kind,
            cardText: card === '' ? null : card,
            orderNumber: null,
            standing: fields.standing === 'yes',
          }),
          { key: 'panel.done.packing' },
        )
      }
      onLeave={(saved) => {
        if (saved) drop();
        onLeave();
      }}
    >
      <TextField
        label={t('panel.form.what')}
        value={fields.what}
        onValue={(what) => set({ what })}
        placeholder={t('panel.form.packingHint')}
        multiline
        autofocus
      />
      <div class="fields">
        <SelectField
          label={t('panel.form.kind')}
          value={kind}
          options={PACKING_KINDS.map((value) => ({ value, label: t(`records.packing.kind.${value}`) }))}
          onValue={(value) => set({ kind: value })}
          narrow
        />
        <TextField
          label={t('panel.form.card')}
          value={fields.card}
          onValue={(value) =>
            set(value && kind === 'other' ? { card: value, kind: 'card' } : { card: value })
          }
          placeholder={t('panel.form.cardHint')}
        />
      </div>
      <CardWords
        text={fields.card}
        onPick={(text) => set({ card: text, kind: kind === 'other' ? 'card' : kind })}
      />
      <RedLineHint book={session.book} text={fields.card} platform={form.subject.platform} written />
      <CheckField
        label={t('panel.form.standing')}
        checked={fields.standing === 'yes'}
        onChecked={(standing) => set({ standing: standing ? 'yes' : '' })}
      />
    </FormFrame>
  );
}
