import { ordersOf } from '@extension/book/reads/orders';
import { careTipsFor } from '@extension/book/reads/products';
import { Icon } from '@extension/ui/Icon';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { usePanel } from '../state/context';
import { careText } from './care-text';

/** Care tips for what the buyer ordered last, ready for the shipped notice; nothing when no card knows it. */
export function CareTips({ buyerId, name }: { readonly buyerId: string; readonly name: string }) {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const tips = useLive(async () => {
    const [last] = await ordersOf(book, buyerId);
    return last ? careTipsFor(book, last.items) : [];
  }, [book, buyerId]);
  const text = tips ? careText(tips, name, t) : null;
  if (text === null) return null;
  return (
    <div class="people-card">
      <p class="people-card-title quiet small">{t('people.finder.care')}</p>
      <p class="preview">{text}</p>
      <span class="acts">
        <button type="button" onClick={() => void session.fill(text)}>
          <Icon name="fill" /> {t('people.proof.fill')}
        </button>
      </span>
    </div>
  );
}
