import { SelectField, TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import type { Day } from '@shared/calendar/day';
import type { Person } from '@shared/records/person';
import type { SupplyTyped } from './supply-read';

interface SupplyFieldsProps {
  readonly fields: SupplyTyped;
  readonly set: (fields: Partial<SupplyTyped>) => void;
  readonly people: readonly Person[];
  /** When it was bought, if nothing is typed. */
  readonly bought: Day;
}

/** How much, how fast, since when and for whom. */
export function SupplyFields({ fields, set, people, bought }: SupplyFieldsProps) {
  const { t } = useMore();
  return (
    <div class="fields">
      <TextField
        label={t('care.supply.amount')}
        value={fields.amount}
        onValue={(amount) => set({ amount })}
        placeholder="1"
        narrow
      />
      <TextField
        label={t('care.supply.daily')}
        value={fields.daily}
        onValue={(daily) => set({ daily })}
        placeholder={t('care.supply.dailyHint')}
        narrow
      />
      <TextField
        label={t('care.supply.unit')}
        value={fields.unit}
        onValue={(unit) => set({ unit })}
        placeholder={t('care.supply.unitHint')}
        narrow
      />
      <TextField
        label={t('care.supply.boughtOn')}
        value={fields.boughtOn}
        onValue={(boughtOn) => set({ boughtOn })}
        placeholder={bought}
        narrow
      />
      {people.length > 0 && (
        <SelectField
          label={t('care.supply.user')}
          value={fields.personId}
          options={[
            { value: '', label: t('care.supply.self') },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onValue={(personId) => set({ personId })}
          narrow
        />
      )}
    </div>
  );
}
