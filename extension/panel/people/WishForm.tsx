import { recordWish } from '@extension/book/actions/wishes';
import { products } from '@extension/book/reads/products';
import { SelectField, TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { FormFrame } from '../forms/FormFrame';
import type { FormProps } from '../forms/more-forms';
import { useDraft } from '../forms/use-draft';
import { usePanel } from '../state/context';
import { NO_LEAD, productOfLead } from './lead-text';

/** What a buyer wished the shop had or did (P21); the shop page counts them. */
export function WishForm({ form, onLeave }: FormProps) {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const { fields, set, drop } = useDraft(form, { what: form.prefill.what, productId: '' });
  const cards = useLive(() => products(book), [book]) ?? [];
  const product = productOfLead({ ...NO_LEAD, ...fields }, cards);
  const options = [
    { value: 'none', label: t('people.lead.noProduct') },
    ...cards.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <FormFrame
      title="panel.act.wish"
      subject={form.subject.name}
      check={() => (fields.what.trim() === '' ? 'panel.form.whatMissing' : null)}
      save={() =>
        session.run(
          recordWish(book, form.subject.who, { what: fields.what.trim(), productId: product?.id ?? null }),
          { key: 'people.done.wish' },
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
        placeholder={t('people.wish.whatHint')}
        multiline
        autofocus
      />
      {cards.length > 0 && (
        <SelectField
          label={t('people.lead.product')}
          value={product?.id ?? 'none'}
          options={options}
          onValue={(productId) => set({ productId })}
        />
      )}
    </FormFrame>
  );
}
