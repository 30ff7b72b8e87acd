import { TextField } from '@extension/ui/fields';
import { useWords } from '@extension/ui/words';
import { formatMoney, type Money, parseMoney } from '@shared/text/money';
import { usePanel } from '../state/context';

/** A cost as typed: nothing typed is unknown (`ok` with null), letters are wrong. */
export function readCost(
  text: string,
  currency: string,
): { readonly ok: boolean; readonly cost: Money | null } {
  if (text.trim() === '') return { ok: true, cost: null };
  const cost = parseMoney(text, currency);
  return { ok: cost !== null && cost.minor >= 0, cost };
}

/** Textbox `Cost`. */
export function CostField({
  value,
  onValue,
}: {
  readonly value: string;
  readonly onValue: (value: string) => void;
}) {
  const { t, lang } = useWords();
  const { settings } = usePanel();
  const { ok, cost } = readCost(value, settings.currency);
  return (
    <TextField
      label={t('panel.form.cost')}
      value={value}
      onValue={onValue}
      placeholder={formatMoney({ minor: 0, currency: settings.currency }, lang)}
      hint={ok ? cost && formatMoney(cost, lang) : t('panel.form.moneyUnknown')}
      wrong={!ok}
      narrow
    />
  );
}
