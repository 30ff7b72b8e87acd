import { rememberAllowed } from '@extension/book/actions/allowed-sites';
import { knownSites } from '@extension/messaging';
import type { KnownSite } from '@extension/messaging/protocol';
import { Icon } from '@extension/ui/Icon';
import { useWords } from '@extension/ui/words';
import { useState } from 'preact/hooks';
import { usePanel } from '../state/context';

/**
 * Asked before the first permission (J21): what is read, what is never done. Without the permission the page's
 * address is invisible to us, so the seller picks the site from the known ones.
 */
export function FollowPage() {
  const { t, lang } = useWords();
  const { session } = usePanel();
  const [sites, setSites] = useState<readonly KnownSite[] | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const label = ({ label: { zh, en } }: KnownSite) => (lang === 'en' ? en : zh);

  async function begin(): Promise<void> {
    setRefused(null);
    setSites((await knownSites()).filter(({ held }) => !held));
  }
  /** Nothing awaited before the request: the browser asks its question only right after a click. */
  function follow(matches: readonly string[], name: string): void {
    session.port.allow(matches).then(
      (granted) => {
        if (granted) setSites(null);
        // Only a memory for another computer: without it this site is followed all the same.
        if (granted) void rememberAllowed(session.book, matches);
        setRefused(granted ? null : name);
      },
      () => setRefused(name),
    );
  }
  const here = session.followed.value;
  const known = here && here.matches.length > 0 ? here : null;
  if (!sites) {
    return (
      <p class="follow">
        <button type="button" class="primary" onClick={() => void begin()}>
          {t('panel.follow.page')}
        </button>
      </p>
    );
  }
  return (
    <section class="follow trust" aria-label={t('panel.follow.page')}>
      <h2>{t('panel.trust.title')}</h2>
      <ul>
        <li>
          <Icon name="check" /> {t('panel.trust.reads')}
        </li>
        <li>
          <Icon name="close" /> {t('panel.trust.never')}
        </li>
        <li>
          <Icon name="lock" /> {t('panel.trust.offline')}
        </li>
      </ul>
      <p>{t(known ? 'panel.trust.here' : 'panel.trust.pick')}</p>
      {refused && (
        <p class="fault" role="alert">
          {t('panel.follow.refused', { site: refused })}
        </p>
      )}
      <div class="sites">
        {known ? (
          <button type="button" class="primary" onClick={() => follow(known.matches, known.state.host)}>
            {t('panel.follow.allow', { site: known.state.host })}
          </button>
        ) : (
          sites.map((site) => (
            <button type="button" key={site.id} onClick={() => follow(site.matches, label(site))}>
              {label(site)}
            </button>
          ))
        )}
      </div>
      {!known && (
        <button type="button" class="plain" onClick={() => (session.desk.value = 'teach')}>
          {t('panel.menu.teach')}
        </button>
      )}
      <button type="button" class="plain" onClick={() => setSites(null)}>
        {t('common.cancel')}
      </button>
    </section>
  );
}
