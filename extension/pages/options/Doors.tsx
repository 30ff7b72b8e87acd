import { openSidePanel } from '@extension/platform/side-panel';
import { useWords } from '@extension/ui/words';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** The ways to the other pages. The tab is asked for beforehand: after an await browsers refuse to open the panel. */
export function Doors() {
  const { t } = useWords();
  const [tabId, setTabId] = useState<number | null>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    browser.tabs.getCurrent().then(
      (tab) => setTabId(tab?.id ?? null),
      () => setTabId(null),
    );
  }, []);
  return (
    <nav class="doors" aria-label={t('options.doors')}>
      <button
        type="button"
        class="primary"
        disabled={tabId === null}
        onClick={() => {
          if (tabId === null) return;
          setRefused(false);
          openSidePanel(tabId).catch(() => setRefused(true));
        }}
      >
        {t('options.openPanel')}
      </button>
      <a class="button" href="/notebook.html">
        {t('panel.menu.notebook')}
      </a>
      <a class="button" href="/packing.html">
        {t('panel.menu.packing')}
      </a>
      {refused && (
        <p class="fault" role="alert">
          {t('options.panelRefused')}
        </p>
      )}
    </nav>
  );
}
