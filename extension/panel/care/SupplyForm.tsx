import './care.css';
import { recordSupply } from '@extension/book/actions/supplies';
import { findBuyer } from '@extension/book/reads/accounts';
import { purchasesOf } from '@extension/book/reads/supply-pace';
import { TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { dayWords } from '@extension/ui/when';
import { FormFrame } from '../forms/FormFrame';
import type { FormProps } from '../forms/more-forms';
import { useDraft } from '../forms/use-draft';
import { usePanel } from '../state/context';
import { identityOf } from '../state/subject';
import { SupplyFields } from './SupplyFields';
import { BLANK_SUPPLY, productNamed, readSupply } from './supply-read';
import { usePeople } from './use-people';
import { useProducts } from './use-products';

/** Something that will be used up (P19): what, how much, how fast; the day is worked out. */
export function SupplyForm({ form, onLeave }: FormProps) {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const { subject, prefill } = form;
  const today = session.today.value;
  const { fields, set, drop } = useDraft(form, { ...BLANK_SUPPLY, what: prefill.what });
  const people = usePeople(subject.who);
  const products = useProducts();
  const product = productNamed(products, fields.what);
  const names = product ? [product.name, ...product.aliases] : [fields.what.trim()];
  const { who } = subject;
  const purchases = useLive(async () => {
    const buyerId = 'buyerId' in who ? who.buyerId : (await findBuyer(book, who.account))?.id;
    return buyerId === undefined ? [] : purchasesOf(book, buyerId, names);
  }, [book, identityOf(who), names.join('\n')]);
  const reading = readSupply(fields, product, purchases ?? [], today);
  return (
    <FormFrame
      title="panel.act.supply"
      subject={subject.name}
      check={() => {
        if (fields.what.trim() === '') return 'panel.form.whatMissing';
        return reading ? null : 'care.supply.unknown';
      }}
      save={() =>
        session.run(recordSupply(book, who, reading!.input), {
          key: 'care.done.supply',
          params: { day: dayWords(reading!.input.runsOutOn, today, lang) },
        })
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
        placeholder={t('care.supply.whatHint')}
        hint={
          reading &&
          `→ ${t(`care.supply.by.${reading.by}`, { day: dayWords(reading.input.runsOutOn, today, lang) })}`
        }
        autofocus
      />
      {product === null && products.length > 0 && fields.what.trim() === '' && (
        <div class="chips">
          {products.slice(0, 6).map(({ id, name }) => (
            <button
              type="button"
              class="chip"
              key={id}
              onClick={(event) => {
                set({ what: name });
                event.currentTarget.form?.querySelector('input')?.focus();
              }}
            >
              {name}
            </button>
          ))}
        </div>
      )}
      <SupplyFields fields={fields} set={set} people={people} bought={purchases?.at(-1)?.day ?? today} />
    </FormFrame>
  );
}
