import { Icon } from '@extension/ui/Icon';
import { Key } from '@extension/ui/Key';
import { useWords } from '@extension/ui/words';
import { usePanel } from './state/context';

const PAGES = ['packing', 'notebook', 'shop', 'options'] as const;

/** The ways from here: Today, the open chat, the keys, the other pages. */
export function Menu({ onLeave }: { readonly onLeave: () => void }) {
  const { t, lang } = useWords();
  const { session } = usePanel();
  const go = (act: () => void) => () => {
    act();
    onLeave();
  };
  return (
    <nav class="menu" aria-label={t('panel.menu')}>
      {session.subject.value.kind !== 'today' && (
        <button type="button" onClick={go(() => (session.view.value = { kind: 'today' }))}>
          <Icon name="home" /> {t('panel.menu.today')}
        </button>
      )}
      {session.view.value.kind !== 'follow' && (
        <button type="button" onClick={go(() => (session.view.value = { kind: 'follow' }))}>
          <Icon name="people" /> {t('panel.menu.follow')}
        </button>
      )}
      <button type="button" onClick={go(() => session.openPalette(''))}>
        {t('panel.menu.palette')} <Key letter="Ctrl K" />
      </button>
      <button type="button" onClick={go(session.openWords)}>
        {t('panel.words')} <Key letter="/" />
      </button>
      <button type="button" onClick={go(() => (session.keysShown.value = true))}>
        {t('panel.keys')} <Key letter="?" />
      </button>
      <button type="button" onClick={go(() => (session.desk.value = 'teach'))}>
        {t('panel.menu.teach')}
      </button>
      <button type="button" onClick={go(() => (session.desk.value = 'closing'))}>
        {t('panel.menu.closing')} <Key letter="X" />
      </button>
      <button type="button" onClick={go(() => (session.desk.value = 'recent'))}>
        {t('panel.menu.recent')}
      </button>
      <button type="button" onClick={go(() => (session.desk.value = 'memos'))}>
        {t('panel.menu.memos')}
      </button>
      {PAGES.map((page) => (
        <a class="button" key={page} href={`/${page}.html${pageQuery(lang)}`} target="_blank" rel="noopener">
          {t(`panel.menu.${page}`)}
        </a>
      ))}
    </nav>
  );
}

/** A language fixed in the panel's address stays fixed in the pages opened from it. */
function pageQuery(lang: string): string {
  return new URLSearchParams(location.search).has('lang') ? `?lang=${lang}` : '';
}
