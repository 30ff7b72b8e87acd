import { useMore } from '@extension/ui/more';
import { Part } from './Part';

const PROMISES = ['local', 'read', 'never', 'kept', 'yours'] as const;
const WEAK = ['disk', 'malware', 'backup', 'traces', 'page', 'suggest'] as const;

/** What the product promises, and where its protection ends: the one says nothing without the other. */
export function PromisePart() {
  const { t } = useMore();
  return (
    <Part title={t('privacy.promise.title')} anchor="promise">
      <ul class="plain-list">
        {PROMISES.map((one) => (
          <li key={one}>{t(`privacy.promise.${one}`)}</li>
        ))}
      </ul>
      <h3>{t('privacy.weak.title')}</h3>
      <ul class="plain-list">
        {WEAK.map((one) => (
          <li key={one}>{t(`privacy.weak.${one}`)}</li>
        ))}
      </ul>
      <p>
        <a class="button" href="/shop.html#privacy">
          {t('privacy.one.title')}
        </a>
      </p>
    </Part>
  );
}
