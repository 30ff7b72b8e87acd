import { CheckField, SelectField, TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { dayWords } from '@extension/ui/when';
import type { Product } from '@shared/records/product';
import { formatMoney } from '@shared/text/money';
import { readCost } from '../forms/CostField';
import { usePanel } from '../state/context';
import { type LeadText, productOfLead } from './lead-text';
import { readDay } from './read-day';
import { useOffered } from './use-offered';

const SOURCES = ['walk-in', 'referral', 'designer', 'community', 'campaign'] as const;

interface LeadFieldsProps {
  readonly text: LeadText;
  readonly products: readonly Product[];
  readonly onText: (patch: Partial<LeadText>) => void;
}

/** The fields of a lead: what, the price and the day they wish for, with whom we compete, where they came from. */
export function LeadFields({ text, products, onText }: LeadFieldsProps) {
  const { t, lang } = useMore();
  const { session, settings } = usePanel();
  const today = session.today.value;
  const used = useOffered('sources', true) ?? [];
  const day = readDay(text.due, today);
  const unread = text.due.trim() !== '' && day === null;
  const { ok, cost } = readCost(text.amount, settings.currency);
  const product = productOfLead(text, products);
  const sources = [...new Set([...SOURCES.map((source) => t(`people.lead.source.${source}`)), ...used])];
  const options = [
    { value: 'none', label: t('people.lead.noProduct') },
    ...products.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <>
      <TextField
        label={t('panel.form.what')}
        value={text.what}
        onValue={(what) => onText({ what })}
        placeholder={t('people.lead.whatHint')}
        multiline
        autofocus
      />
      <div class="fields">
        <TextField
          label={t('people.lead.amount')}
          value={text.amount}
          onValue={(amount) => onText({ amount })}
          placeholder={t('people.lead.amountHint')}
          hint={ok ? cost && formatMoney(cost, lang) : t('panel.form.moneyUnknown')}
          wrong={!ok}
          narrow
        />
        <TextField
          label={t('people.lead.due')}
          value={text.due}
          onValue={(due) => onText({ due })}
          placeholder={t('people.lead.expected')}
          hint={unread ? t('people.lead.dayUnknown') : day && `→ ${dayWords(day, today, lang)}`}
          wrong={unread}
          narrow
        />
        <TextField
          label={t('people.lead.rival')}
          value={text.rival}
          onValue={(rival) => onText({ rival })}
          placeholder={t('people.lead.rivalHint')}
          narrow
        />
        <TextField
          label={t('people.lead.source')}
          value={text.source}
          onValue={(source) => onText({ source })}
          list={sources}
          narrow
        />
        {products.length > 0 && (
          <SelectField
            label={t('people.lead.product')}
            value={product?.id ?? 'none'}
            options={options}
            onValue={(productId) => onText({ productId })}
            narrow
          />
        )}
      </div>
      {product && <FloorLine product={product} wished={cost} />}
      <CheckField
        label={t('people.lead.mayBeTold')}
        checked={text.mayBeTold === 'yes'}
        onChecked={(told) => onText({ mayBeTold: told ? 'yes' : '' })}
      />
    </>
  );
}

/** Whether the wish can be met (J18): for the shop's eyes only. */
function FloorLine({ product, wished }: { readonly product: Product; readonly wished: Product['floor'] }) {
  const { t, lang } = useMore();
  const { floor } = product;
  if (!floor || !wished || floor.currency !== wished.currency) return null;
  const gap = { ...floor, minor: floor.minor - wished.minor };
  const params = { floor: formatMoney(floor, lang), gap: formatMoney(gap, lang) };
  return <p class="private small">{t(gap.minor > 0 ? 'people.lead.under' : 'people.lead.above', params)}</p>;
}
