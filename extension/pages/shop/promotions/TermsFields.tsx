import { SelectField, TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import type { TermsDraft } from './terms-draft';

interface TermsFieldsProps {
  readonly draft: TermsDraft;
  /** The words were typed: the fields follow them. */
  readonly onText: (text: string) => void;
  readonly onField: (patch: Partial<TermsDraft>) => void;
  /** The words say no rule that can be read. */
  readonly unread: boolean;
}

/** The rule as buyers read it, and what was understood of it, each field to be put right by hand. */
export function TermsFields({ draft, onText, onField, unread }: TermsFieldsProps) {
  const { t } = useMore();
  const field = (name: Exclude<keyof TermsDraft, 'kind' | 'text'>) => (
    <TextField
      label={t(`ledger.promo.field.${name}`)}
      value={draft[name]}
      onValue={(value) => onField({ [name]: value })}
      narrow
    />
  );
  return (
    <>
      <TextField
        label={t('ledger.promo.text')}
        value={draft.text}
        onValue={onText}
        placeholder={t('ledger.promo.textHint')}
        hint={unread ? t('ledger.promo.unread') : null}
        multiline
      />
      <div class="fields terms-fields">
        {field('spend')}
        {field('get')}
        <SelectField
          label={t('ledger.promo.field.kind')}
          value={draft.kind}
          options={(['coupon', 'off'] as const).map((value) => ({
            value,
            label: t(`ledger.promo.kind.${value}`),
          }))}
          onValue={(kind) => onField({ kind })}
          narrow
        />
        {draft.kind === 'coupon' && field('perSpend')}
        {draft.kind === 'coupon' && field('perTakeOff')}
        {field('until')}
        {field('limit')}
      </div>
    </>
  );
}
