import { setting } from '@extension/book/reads/settings';
import { useLive } from '@extension/ui/use-live';
import { useToday } from '@extension/ui/use-today';
import type { ShopTabProps } from '../tabs';
import { OwedMoney } from './OwedMoney';
import { PromiseLedger } from './PromiseLedger';
import './ledger.css';

/** Everything the shop has promised to anybody: how it stands, and what it still owes in money. */
export function LedgerTab({ book, acts }: ShopTabProps) {
  const today = useToday(book);
  const currency = useLive(() => setting(book, 'currency', 'CNY'), [book]);
  if (!currency) return null;
  return (
    <>
      <PromiseLedger acts={acts} today={today} />
      <OwedMoney book={book} today={today} currency={currency} />
    </>
  );
}
