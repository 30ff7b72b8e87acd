import { forgetAllowed, rememberAllowed } from '@extension/book/actions/allowed-sites';
import { removeSite, saveSite } from '@extension/book/actions/sites';
import { sites as ownSites } from '@extension/book/reads/sites';
import { parseAdapterFile } from '@extension/chat/adapter-file';
import { requestFollow } from '@extension/chat/follow-state';
import { browserPattern } from '@extension/chat/match';
import { knownSites, notifySitesChanged } from '@extension/messaging';
import type { KnownSite } from '@extension/messaging/protocol';
import { FileButton } from '@extension/ui/FileButton';
import { lazily } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { useWords } from '@extension/ui/words';
import type { Params, WordKey } from '@shared/i18n/shop';
import type { Json } from '@shared/text/json';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Acts } from '../use-acts';
import { AnotherPage } from './AnotherPage';
import { Part } from './Part';

const OwnSite = lazily(async () => (await import('./OwnSite')).OwnSite);
const SitesAgain = lazily(async () => (await import('./SitesAgain')).SitesAgain);

interface Result {
  readonly key: WordKey;
  readonly params: Params;
  readonly wrong: boolean;
}

/** The sites that can be followed: allow, withdraw, import one, remove an imported one. */
export function ChatSites({ acts }: { readonly acts: Acts }) {
  const { t, lang } = useWords();
  const { book } = acts;
  const [known, setKnown] = useState<readonly KnownSite[]>([]);
  const [results, setResults] = useState<readonly Result[]>([]);
  const own = useLive(() => ownSites(book), [book]);
  const refresh = useCallback(async () => setKnown(await knownSites()), []);
  useEffect(() => {
    void refresh();
    browser.permissions.onAdded.addListener(refresh);
    browser.permissions.onRemoved.addListener(refresh);
    return () => {
      browser.permissions.onAdded.removeListener(refresh);
      browser.permissions.onRemoved.removeListener(refresh);
    };
  }, [refresh, own]);
  const label = ({ label: { zh, en } }: KnownSite) => (lang === 'en' ? en : zh);

  function allow(site: KnownSite): void {
    requestFollow(site.matches).then(
      (granted) => {
        if (granted) void rememberAllowed(book, site.matches);
        else refused(site);
        void refresh();
      },
      () => refused(site),
    );
  }
  function refused(site: KnownSite): void {
    setResults([{ key: 'panel.follow.refused', params: { site: label(site) }, wrong: true }]);
  }
  async function withdraw(site: KnownSite): Promise<void> {
    await browser.permissions.remove({ origins: site.matches.map(browserPattern) });
    await forgetAllowed(book, site.matches);
    await notifySitesChanged();
    await refresh();
  }
  async function importFile(file: File): Promise<void> {
    const parsed = parseAdapterFile(await file.text());
    if (!parsed.ok) {
      setResults([{ key: parsed.reason, params: parsed.params, wrong: true }]);
      return;
    }
    const saved: string[] = [];
    for (const adapter of parsed.adapters) {
      // Optional keys that are absent are undefined in the parsed adapter; JSON has no such value.
      const json = JSON.parse(JSON.stringify(adapter)) as { readonly [key: string]: Json } & { id: string };
      const ack = await saveSite(book, json);
      if (!ack.ok) {
        const params = { detail: ack.detail };
        setResults([{ key: `records.refused.${ack.reason}`, params, wrong: true }]);
        return;
      }
      saved.push(lang === 'en' ? adapter.label.en : adapter.label.zh);
    }
    await notifySitesChanged();
    const done = {
      key: 'chat.site.imported',
      params: { n: saved.length, sites: saved.join(' · ') },
    } as const;
    const { ignored } = parsed;
    setResults([
      { ...done, wrong: false },
      ...(ignored.length > 0
        ? [{ key: 'chat.site.ignored', params: { keys: ignored.join(' · ') }, wrong: false } as const]
        : []),
    ]);
    await refresh();
  }
  const near = known.filter((site) => site.held || site.own);
  const far = known.filter((site) => !near.includes(site));
  const row = (site: KnownSite, kept = own?.find(({ adapterId }) => adapterId === site.id)) => (
    <li key={site.id}>
      <span class="site-name">{label(site)}</span>
      <span class="quiet small hosts">{site.matches.join(' ')}</span>
      {site.seen && <span class="quiet small">{t('chat.evidence', { seen: site.seen })}</span>}
      <span class={site.held ? 'state kept' : 'state quiet'}>
        {t(site.held ? 'options.sites.held' : 'options.sites.notHeld')}
      </span>
      {site.held ? (
        <button type="button" class="plain" onClick={() => void withdraw(site)}>
          {t('options.sites.withdraw')}
        </button>
      ) : (
        <button type="button" onClick={() => allow(site)}>
          {t('options.sites.allow')}
        </button>
      )}
      {kept && <OwnSite acts={acts} site={kept} onChanged={refresh} />}
      {site.own && (
        <button
          type="button"
          class="plain"
          onClick={async () => {
            await acts.run(removeSite(book, site.id), { key: 'options.sites.removed' });
            await notifySitesChanged();
            await refresh();
          }}
        >
          {t('options.sites.remove')}
        </button>
      )}
    </li>
  );
  return (
    <Part title={t('options.sites')}>
      <p class="quiet">{t('options.sites.about')}</p>
      <SitesAgain acts={acts} known={known} />
      {near.length > 0 && <ul class="site-list">{near.map((site) => row(site))}</ul>}
      <details class="more-sites" open={near.length === 0}>
        <summary>{t('options.sites.more', { n: far.length })}</summary>
        <ul class="site-list">{far.map((site) => row(site))}</ul>
      </details>
      <AnotherPage acts={acts} known={known} onAdded={refresh} />
      <div class="acts">
        <FileButton
          label={t('options.sites.import')}
          accept=".json,application/json"
          onFile={(file) => void importFile(file)}
        />
      </div>
      {results.map(({ key, params, wrong }) => (
        <p key={key} class={wrong ? 'fault' : 'kept'} role={wrong ? 'alert' : undefined} aria-live="polite">
          {t(key, params)}
        </p>
      ))}
    </Part>
  );
}
