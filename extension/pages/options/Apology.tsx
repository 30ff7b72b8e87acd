import { saveSetting } from '@extension/book/actions/settings';
import { saveGiftStock } from '@extension/book/actions/stock';
import { setting } from '@extension/book/reads/settings';
import { giftStock } from '@extension/book/reads/stock';
import { SelectField, TextField } from '@extension/ui/fields';
import { SettingField } from '@extension/ui/SettingField';
import { useLive } from '@extension/ui/use-live';
import { useWords } from '@extension/ui/words';
import type { GiftStock } from '@shared/records/gift';
import { formatMoney, moneyToMajor, parseMoney } from '@shared/text/money';
import { localTemplate, neutralTemplate } from '@shared/text/template';
import { useState } from 'preact/hooks';
import type { Acts } from '../use-acts';
import { Part } from './Part';

interface Stored {
  readonly stockId: string | null;
  readonly text: string | null;
}

/** The gift stock, which of it says sorry for a wait, and in which words. */
export function Apology({ acts }: { readonly acts: Acts }) {
  const { t, lang } = useWords();
  const { book } = acts;
  const stock = useLive(() => giftStock(book), [book]);
  const currency = useLive(() => setting(book, 'currency', 'CNY'), [book]) ?? 'CNY';
  const stored = useLive(() => setting(book, 'apologyGift', {}), [book]) as Partial<Stored> | undefined;
  if (!stock || !stored) return null;
  const now: Stored = { stockId: stored.stockId ?? null, text: stored.text ?? null };
  const save = (next: Partial<Stored>) =>
    acts.run(saveSetting(book, 'apologyGift', { ...now, ...next }), { key: 'options.saved' });
  const shown = localTemplate(now.text ?? t('panel.say.apology'), lang);
  return (
    <Part title={t('options.gifts')}>
      {stock.length > 0 && (
        <table class="stock">
          <thead>
            <tr>
              <th>{t('options.gifts.name')}</th>
              <th class="number">{t('options.gifts.count')}</th>
              <th class="number">{t('options.gifts.cost')}</th>
            </tr>
          </thead>
          <tbody>
            {stock.map((line) => (
              <tr key={line.id}>
                <td>{line.name}</td>
                <td class="number">{line.count}</td>
                <td class="number">{line.cost ? formatMoney(line.cost, lang) : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <StockForm acts={acts} stock={stock} currency={currency} />
      <SelectField
        label={t('options.apology.gift')}
        value={now.stockId ?? ''}
        options={[
          { value: '', label: t('options.apology.ask') },
          ...stock.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onValue={(stockId) => void save({ stockId: stockId === '' ? null : stockId })}
      />
      <SettingField
        class="setting wide"
        label="options.apology.text"
        stored={shown}
        hint={t('options.apology.hint')}
        multiline
        onSave={(text) => save({ text: text === '' ? null : neutralTemplate(text) })}
      />
    </Part>
  );
}

interface StockFormProps {
  readonly acts: Acts;
  readonly stock: readonly GiftStock[];
  readonly currency: string;
}

/** Adds a gift, or corrects the count of one that is there. */
function StockForm({ acts, stock, currency }: StockFormProps) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [count, setCount] = useState('');
  const [cost, setCost] = useState('');
  const known = stock.find((line) => line.name === name.trim());
  const money = cost.trim() === '' ? (known?.cost ?? null) : parseMoney(cost, currency);
  const fits = name.trim() !== '' && /^\d{1,6}$/.test(count.trim()) && (cost.trim() === '' || money !== null);
  async function save(): Promise<void> {
    if (!fits) return;
    const line = { id: known?.id ?? null, name: name.trim(), count: Number(count), cost: money };
    if (!(await acts.run(saveGiftStock(acts.book, line), { key: 'options.saved' }))) return;
    setName('');
    setCount('');
    setCost('');
  }
  return (
    <form
      class="fields stock-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t('options.gifts.name')}
        value={name}
        onValue={setName}
        list={stock.map((line) => line.name)}
        narrow
      />
      <TextField label={t('options.gifts.count')} value={count} onValue={setCount} narrow />
      <TextField
        label={t('options.gifts.cost')}
        value={cost}
        onValue={setCost}
        placeholder={known?.cost ? String(moneyToMajor(known.cost)) : ''}
        narrow
      />
      <button type="submit" disabled={!fits}>
        {t(known ? 'options.gifts.correct' : 'options.gifts.add')}
      </button>
    </form>
  );
}
