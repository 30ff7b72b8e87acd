import { type RuleInput, saveRule } from '@extension/book/actions/rules';
import { useEdited } from '@extension/ui/edited';
import { SelectField, TextField } from '@extension/ui/fields';
import { type AnyKey, useMore } from '@extension/ui/more';
import type { CareRule } from '@shared/records/rule';
import { moneyToMajor, parseMoney } from '@shared/text/money';
import { isOnlyOffer } from '@shared/text/only-offer';
import { useState } from 'preact/hooks';
import { ShopForm } from '../ShopForm';
import type { ShopTabProps } from '../tabs';

interface RuleFormProps extends ShopTabProps {
  /** Null: a new one. */
  readonly rule: CareRule | null;
  readonly currency: string;
  readonly onLeave: () => void;
}

type Fields = Readonly<Record<'title' | 'grades' | 'what' | 'cost' | 'every' | 'cap', string>> & {
  readonly gives: CareRule['gives'];
};

const GIVES = ['coupon', 'gift', 'visit', 'greeting'] as const;

const LABELS: Readonly<Record<keyof Fields, AnyKey>> = {
  title: 'care.rule.name',
  grades: 'care.rule.grades',
  gives: 'care.rule.gives',
  what: 'panel.form.what',
  cost: 'panel.form.cost',
  every: 'care.rule.everyDays',
  cap: 'care.rule.monthlyCap',
};

function typedRule(rule: CareRule | null): Fields {
  return {
    title: rule?.title ?? '',
    grades: rule?.grades.join(' ') ?? 'A',
    gives: rule?.gives ?? 'coupon',
    what: rule?.what ?? '',
    cost: rule?.cost ? String(moneyToMajor(rule.cost)) : '',
    every: String(rule?.everyDays ?? 30),
    cap: rule?.monthlyCap == null ? '' : String(rule.monthlyCap),
  };
}

/** Writes a rule: Enter saves, Esc leaves. */
export function RuleForm({ book, acts, rule, currency, onLeave }: RuleFormProps) {
  const { t } = useMore();
  const [fault, setFault] = useState<AnyKey | null>(null);
  const edited = useEdited(typedRule(rule), LABELS, (name, value) =>
    name === 'gives' ? t(`care.rule.gives.${value as CareRule['gives']}`) : value,
  );
  const { fields, set } = edited;
  const { gives } = fields;

  function read(): RuleInput | AnyKey {
    if (fields.title.trim() === '') return 'care.rule.titleMissing';
    if (gives !== 'visit' && fields.what.trim() === '') return 'care.rule.whatMissing';
    const cost = fields.cost.trim() === '' ? null : parseMoney(fields.cost, currency);
    if (fields.cost.trim() !== '' && (cost === null || cost.minor < 0)) return 'panel.form.moneyUnknown';
    if (gives === 'coupon' && cost === null) return 'care.rule.costMissing';
    const every = Number(fields.every);
    if (!Number.isInteger(every) || every < 1) return 'care.rule.everyWrong';
    if (!/^\d{0,4}$/.test(fields.cap.trim())) return 'care.rule.capWrong';
    return {
      title: fields.title.trim(),
      grades: [...new Set(fields.grades.split(/[\s,，、]+/).filter((grade) => grade !== ''))],
      gives,
      what: fields.what.trim(),
      cost,
      everyDays: every,
      monthlyCap: fields.cap.trim() === '' ? null : Number(fields.cap),
      active: rule?.active ?? true,
    };
  }
  async function save(): Promise<void> {
    const input = read();
    const open = edited.unsettled();
    setFault(open ?? (typeof input === 'string' ? input : null));
    if (open || typeof input === 'string') return;
    if (await acts.run(saveRule(book, rule?.id ?? null, input), { key: 'options.saved' })) onLeave();
  }
  const field = (name: Exclude<keyof Fields, 'gives'>, label: AnyKey, hint?: AnyKey) => (
    <TextField
      label={t(label)}
      value={fields[name]}
      onValue={(value) => set({ [name]: value })}
      placeholder={hint ? t(hint) : ''}
      autofocus={name === 'title'}
    />
  );
  return (
    <ShopForm
      label={t('care.rule.new')}
      class="form care-form"
      saveKey="↵"
      save={save}
      onLeave={onLeave}
      fault={fault}
    >
      <div class="fields">
        {field('title', 'care.rule.name', 'care.rule.nameHint')}
        {field('grades', 'care.rule.grades', 'care.rule.gradesHint')}
        <SelectField
          label={t('care.rule.gives')}
          value={gives}
          options={GIVES.map((value) => ({ value, label: t(`care.rule.gives.${value}`) }))}
          onValue={(value) => set({ gives: value })}
        />
        {field('what', `care.rule.what.${gives}`)}
        {(gives === 'coupon' || gives === 'gift') && field('cost', `care.rule.cost.${gives}`)}
        {field('every', 'care.rule.everyDays')}
        {field('cap', 'care.rule.monthlyCap', 'care.rule.capHint')}
      </div>
      {gives === 'greeting' && isOnlyOffer(fields.what) && <p class="notice">{t('care.words.onlyOffer')}</p>}
      {edited.choices}
    </ShopForm>
  );
}
