import './sites-again.css';
import { forgetAllowed } from '@extension/book/actions/allowed-sites';
import { allowedSites } from '@extension/book/reads/allowed-sites';
import { requestFollow } from '@extension/chat/follow-state';
import type { KnownSite } from '@extension/messaging/protocol';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { useState } from 'preact/hooks';
import type { Acts } from '../use-acts';

/** The sites the book remembers as allowed which this browser does not allow. */
export function sitesToAllow(
  known: readonly KnownSite[],
  remembered: readonly string[],
): readonly KnownSite[] {
  return known.filter(({ held, matches }) => !held && matches.some((one) => remembered.includes(one)));
}

/**
 * After moving house (J16): permissions belong to the browser and no backup can carry them, so each site that was
 * followed is offered again, one click each. Empty while nothing is missing.
 */
export function SitesAgain({ acts, known }: { readonly acts: Acts; readonly known: readonly KnownSite[] }) {
  const { t, lang } = useMore();
  const { book } = acts;
  const remembered = useLive(() => allowedSites(book), [book]) ?? [];
  const [refused, setRefused] = useState<string | null>(null);
  const label = ({ label: { zh, en } }: KnownSite) => (lang === 'en' ? en : zh);
  const missing = sitesToAllow(known, remembered);

  /** Nothing awaited before the request: the browser asks its question only right after a click. */
  function allow(site: KnownSite): void {
    requestFollow(site.matches).then(
      (granted) => setRefused(granted ? null : label(site)),
      () => setRefused(label(site)),
    );
  }
  if (missing.length === 0) return null;
  return (
    <section class="notice sites-again" aria-label={t('desk.again.title')}>
      <p>
        <strong>{t('desk.again.title')}</strong>
      </p>
      <p class="quiet">{t('desk.again.about')}</p>
      <ul class="site-list">
        {missing.map((site) => (
          <li key={site.id}>
            <span class="site-name">{label(site)}</span>
            <span class="quiet small hosts">{site.matches.join(' ')}</span>
            <button type="button" class="primary" onClick={() => allow(site)}>
              {t('desk.again.allow', { site: label(site) })}
            </button>
            <button
              type="button"
              class="plain"
              onClick={() =>
                void acts.run(forgetAllowed(book, site.matches), {
                  key: 'desk.again.forgotten',
                  params: { site: label(site) },
                })
              }
            >
              {t('desk.again.forget')}
            </button>
          </li>
        ))}
      </ul>
      {refused && (
        <p class="fault" role="alert">
          {t('panel.follow.refused', { site: refused })}
        </p>
      )}
    </section>
  );
}
