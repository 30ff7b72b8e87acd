import { rememberAllowed } from '@extension/book/actions/allowed-sites';
import { saveSite } from '@extension/book/actions/sites';
import { adapterForAddress } from '@extension/chat/another-page';
import { requestFollow } from '@extension/chat/follow-state';
import { matchesUrl } from '@extension/chat/match';
import { notifySitesChanged } from '@extension/messaging';
import type { KnownSite } from '@extension/messaging/protocol';
import { useWords } from '@extension/ui/words';
import type { Params, WordKey } from '@shared/i18n/shop';
import { useId, useState } from 'preact/hooks';
import type { Acts } from '../use-acts';

interface AnotherPageProps {
  readonly acts: Acts;
  /** A page that is described already needs nothing but the permission. */
  readonly known: readonly KnownSite[];
  readonly onAdded: () => Promise<void>;
}

/** A chat page nobody has described: its address is enough to look for the buyer, the list and the reply box. */
export function AnotherPage({ acts, known, onAdded }: AnotherPageProps) {
  const { t } = useWords();
  const field = useId();
  const [address, setAddress] = useState('');
  const [fault, setFault] = useState<{ readonly key: WordKey; readonly params: Params } | null>(null);

  function add(event: Event): void {
    event.preventDefault();
    const adapter = adapterForAddress(address);
    if (!adapter) {
      setFault({ key: 'chat.another.bad', params: { address: address.trim().slice(0, 80) } });
      return;
    }
    const { id, label } = adapter;
    const described = known.find((site) =>
      site.matches.some((pattern) => matchesUrl(pattern, address.trim())),
    );
    const matches = described?.matches ?? adapter.matches;
    // Nothing awaited before the request: the browser asks its question only right after a click.
    requestFollow(matches).then(
      async (allowed) => {
        setFault(allowed ? null : { key: 'panel.follow.refused', params: { site: label.en } });
        if (!allowed) return;
        void rememberAllowed(acts.book, matches);
        if (!described) {
          const done = { key: 'chat.site.imported', params: { n: 1, sites: label.en } } as const;
          await acts.run(saveSite(acts.book, { schema: 1, id, label, matches: [...matches] }), done);
        }
        setAddress('');
        await notifySitesChanged();
        await onAdded();
      },
      () => setFault({ key: 'panel.follow.refused', params: { site: label.en } }),
    );
  }

  return (
    <details class="more-sites">
      <summary>{t('chat.another')}</summary>
      <p class="quiet">{t('chat.another.about')}</p>
      <form class="file-field" onSubmit={add}>
        <label for={field}>{t('chat.another.address')}</label>
        <input
          id={field}
          type="text"
          inputMode="url"
          value={address}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
        <button type="submit">{t('chat.another.add')}</button>
      </form>
      {fault && (
        <p class="fault" role="alert">
          {t(fault.key, fault.params)}
        </p>
      )}
    </details>
  );
}
