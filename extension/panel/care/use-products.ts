import { useLive } from '@extension/ui/use-live';
import type { Product } from '@shared/records/product';
import { usePanel } from '../state/context';

/** The shop's product cards, by name. */
export function useProducts(): readonly Product[] {
  const { book } = usePanel().session;
  const products = useLive(async () => {
    const all = (await book.db.products.toArray()).filter(({ deleted }) => !deleted);
    return all.sort((a, b) => (a.name < b.name ? -1 : 1));
  }, [book]);
  return products ?? [];
}
