import { useMore } from '@extension/ui/more';
import type { Buyer } from '@shared/records/buyer';
import type { ChosenField, MergeSide } from '@shared/records/merged-buyer';
import { useId } from 'preact/hooks';
import { maskedAddress, maskedPhone } from '../../buyer/masked';
import { fieldWord } from './field-word';

interface SideProps {
  readonly field: ChosenField;
  readonly keep: Buyer;
  readonly gone: Buyer;
  readonly side: MergeSide;
  readonly onSide: (side: MergeSide) => void;
}

const PRIVATE: ReadonlySet<ChosenField> = new Set(['caution', 'cautionEvidence']);

/** One field of two files side by side, and which of the values is kept. */
export function Side({ field, keep, gone, side, onSide }: SideProps) {
  const { t } = useMore();
  const id = useId();
  const shown = (buyer: Buyer) => {
    const value = buyer[field];
    if (typeof value === 'boolean') return t(value ? 'people.merge.yes' : 'people.merge.no');
    if (!value) return t('people.merge.empty');
    if (field === 'phone') return maskedPhone(value);
    return field === 'address' ? maskedAddress(value) : value;
  };
  return (
    <fieldset class={PRIVATE.has(field) ? 'people-side private' : 'people-side'}>
      <legend>{t(fieldWord(field))}</legend>
      {(['keep', 'gone'] as const).map((one) => (
        <label key={one}>
          <input type="radio" name={id} checked={side === one} onChange={() => onSide(one)} />{' '}
          <span>{shown(one === 'keep' ? keep : gone)}</span>
        </label>
      ))}
    </fieldset>
  );
}
