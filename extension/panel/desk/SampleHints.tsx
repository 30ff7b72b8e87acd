import './desk.css';
import { Key } from '@extension/ui/Key';
import { useMore } from '@extension/ui/more';
import { RemoveSample } from './FirstDay';

/** The way from a promise to the parcel in three steps, beside the sample buyer (J22). */
export function SampleHints() {
  const { t, lang } = useMore();
  return (
    <section class="sample-hints" aria-label={t('desk.sample.name')}>
      <p class="quiet small">{t('desk.sample.about')}</p>
      <ol>
        <li>
          {t('desk.sample.step.promise')} <Key letter="P" />
        </li>
        <li>
          {t('desk.sample.step.recall')} <Key letter="F" />
        </li>
        <li>
          {t('desk.sample.step.packing')}{' '}
          <a href={`/packing.html?sample=1&lang=${lang}`} target="_blank" rel="noopener">
            {t('panel.menu.packing')}
          </a>
        </li>
      </ol>
      <RemoveSample />
    </section>
  );
}
