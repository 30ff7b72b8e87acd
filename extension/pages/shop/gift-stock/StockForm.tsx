import { saveGiftStock } from '@extension/book/actions/stock';
import { useEdited } from '@extension/ui/edited';
import { TextField } from '@extension/ui/fields';
import { type AnyKey, useMore } from '@extension/ui/more';
import type { GiftStock } from '@shared/records/gift';
import { moneyToMajor, parseMoney } from '@shared/text/money';
import { useState } from 'preact/hooks';
import type { Acts } from '../../use-acts';
import { ShopForm } from '../ShopForm';

interface StockFormProps {
  readonly acts: Acts;
  readonly currency: string;
  /** Null: a new gift. */
  readonly line: GiftStock | null;
  readonly onLeave: () => void;
}

const LABELS = { name: 'parcels.stock.name', count: 'panel.gift.count', cost: 'panel.form.cost' } as const;

function typedLine(line: GiftStock | null) {
  const cost = line?.cost ? String(moneyToMajor(line.cost)) : '';
  return { name: line?.name ?? '', count: line ? String(line.count) : '', cost };
}

/** Name, count and cost of a gift: Enter saves, Esc leaves. */
export function StockForm({ acts, currency, line, onLeave }: StockFormProps) {
  const { t } = useMore();
  const edited = useEdited(typedLine(line), LABELS);
  const { name, count, cost } = edited.fields;
  const [fault, setFault] = useState<AnyKey | null>(null);
  const money = cost.trim() === '' ? null : parseMoney(cost, line?.cost?.currency ?? currency);
  function faultOf(): AnyKey | null {
    if (name.trim() === '') return 'parcels.stock.nameMissing';
    if (!/^-?\d{1,6}$/.test(count.trim())) return 'parcels.stock.countMissing';
    return cost.trim() !== '' && (money === null || money.minor < 0) ? 'panel.form.moneyUnknown' : null;
  }
  async function save(): Promise<void> {
    const wrong = edited.unsettled() ?? faultOf();
    setFault(wrong);
    if (wrong) return;
    const written = { id: line?.id ?? null, name: name.trim(), count: Number(count), cost: money };
    const said = { key: 'parcels.stock.saved', params: { what: written.name } } as const;
    if (await acts.run(saveGiftStock(acts.book, written), said)) onLeave();
  }
  return (
    <ShopForm
      label={t(line ? 'parcels.stock.edit' : 'parcels.stock.add')}
      class="form"
      saveKey="↵"
      save={save}
      onLeave={onLeave}
      fault={fault}
    >
      <TextField
        label={t('parcels.stock.name')}
        value={name}
        onValue={(text) => edited.set({ name: text })}
        autofocus
      />
      <div class="fields">
        <TextField
          label={t('panel.gift.count')}
          value={count}
          onValue={(text) => edited.set({ count: text })}
          narrow
        />
        <TextField
          label={t('panel.form.cost')}
          value={cost}
          onValue={(text) => edited.set({ cost: text })}
          narrow
        />
      </div>
      {edited.choices}
    </ShopForm>
  );
}
