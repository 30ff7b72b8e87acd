import { useMore } from '@extension/ui/more';
import './ledger.css';

const CHIPS = ['tomorrow', 'nextOrder', 'nextChat', 'backInStock', 'shipped'] as const;

/** The words that are typed most, one click each: days, and what a promise can wait for instead of a day. */
export function DueChips({ onPick }: { readonly onPick: (words: string) => void }) {
  const { t } = useMore();
  return (
    <div class="due-chips" role="toolbar" aria-label={t('ledger.due.chips')}>
      {CHIPS.map((chip) => (
        <button type="button" class="chip" key={chip} onClick={() => onPick(t(`ledger.due.${chip}`))}>
          {t(`ledger.due.${chip}`)}
        </button>
      ))}
    </div>
  );
}
