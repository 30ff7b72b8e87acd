import { editSupply } from '@extension/book/actions/supplies';
import { purchasesOf } from '@extension/book/reads/supply-pace';
import { useEdited } from '@extension/ui/edited';
import { TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { dayWords } from '@extension/ui/when';
import type { Person } from '@shared/records/person';
import type { Supply } from '@shared/records/supply';
import { InlineForm } from '../people/InlineForm';
import { usePanel } from '../state/context';
import { SupplyFields } from './SupplyFields';
import { productNamed, readSupply, SUPPLY_LABELS, typedSupply } from './supply-read';
import { useProducts } from './use-products';

interface SupplyEditProps {
  readonly supply: Supply;
  readonly people: readonly Person[];
  readonly onLeave: () => void;
}

/** Corrects what was written down of a supply; the day it runs out is worked out anew, and shown before it is saved. */
export function SupplyEdit({ supply, people, onLeave }: SupplyEditProps) {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const today = session.today.value;
  const before = typedSupply(supply);
  const edited = useEdited(before, SUPPLY_LABELS, (name, value) =>
    name === 'personId' ? (people.find(({ id }) => id === value)?.name ?? '') : value,
  );
  const { fields, set } = edited;
  const products = useProducts();
  const product = productNamed(products, fields.what);
  const names = product ? [product.name, ...product.aliases] : [fields.what.trim()];
  const purchases = useLive(
    () => purchasesOf(book, supply.buyerId, names),
    [book, supply.buyerId, names.join('\n')],
  );
  // What is shown is rounded; left as it is, it stays exactly what it was.
  const daily = fields.daily === before.daily ? String(supply.daily) : fields.daily;
  const reading = readSupply({ ...fields, daily }, product, purchases ?? [], today);
  const day = reading && dayWords(reading.input.runsOutOn, today, lang);
  return (
    <InlineForm
      label={t('care.supply.edit')}
      check={() => {
        const open = edited.unsettled();
        if (open) return open;
        if (fields.what.trim() === '') return 'panel.form.whatMissing';
        return reading ? null : 'care.supply.unknown';
      }}
      save={() =>
        session.run(editSupply(book, supply.id, reading!.input), {
          key: 'care.done.supply',
          params: { day: day! },
        })
      }
      onLeave={onLeave}
    >
      <TextField
        label={t('panel.form.what')}
        value={fields.what}
        onValue={(what) => set({ what })}
        hint={reading && `→ ${t(`care.supply.by.${reading.by}`, { day: day! })}`}
        autofocus
      />
      <SupplyFields fields={fields} set={set} people={people} bought={supply.boughtOn} />
      {edited.choices}
    </InlineForm>
  );
}
