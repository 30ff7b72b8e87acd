import './companion.css';
import { useMore } from '@extension/ui/more';
import { browser } from 'wxt/browser';
import { usePanel } from '../state/context';
import { HandQueue } from './HandQueue';

/** Beside a chat program that can't be followed (J24): what works, a window of its own, the line kept by hand. */
export function Companion() {
  const { t } = useMore();
  const { session } = usePanel();
  const inWindow = new URLSearchParams(location.search).has('companion');
  function openWindow(): void {
    const search = new URLSearchParams(location.search);
    search.delete('tab');
    search.set('companion', '1');
    void browser.windows.create({
      url: `/sidepanel.html?${search}`,
      type: 'popup',
      width: 380,
      height: 780,
    });
  }
  return (
    <section class="companion" aria-label={t('panel.menu.companion')}>
      <p class="quiet small">{t('companion.first')}</p>
      <div class="acts">
        {!inWindow && (
          <button type="button" onClick={openWindow}>
            {t('companion.window')}
          </button>
        )}
        <button type="button" class="plain" onClick={session.toggleCompanion}>
          {t('companion.leave')}
        </button>
      </div>
      <HandQueue />
    </section>
  );
}
