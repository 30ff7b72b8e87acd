import { saveSite } from '@extension/book/actions/sites';
import type { Adapter } from '@extension/chat/adapter';
import { taughtOn } from '@extension/chat/taught';
import { notifySitesChanged } from '@extension/messaging';
import { download } from '@extension/ui/download';
import { TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import type { Site } from '@shared/records/shop';
import type { Json } from '@shared/text/json';
import { useState } from 'preact/hooks';
import type { Acts } from '../use-acts';

interface OwnSiteProps {
  readonly acts: Acts;
  readonly site: Site;
  readonly onChanged: () => Promise<void>;
}

type Described = { readonly [key: string]: Json } & { readonly id: string };

/** A site of the seller's own: when it was taught, its name, and the file that carries it to another shop. */
export function OwnSite({ acts, site, onChanged }: OwnSiteProps) {
  const { t, lang } = useMore();
  const [name, setName] = useState<string | null>(null);
  const adapter = site.adapter as Described;
  const taught = taughtOn(adapter as Pick<Adapter, 'evidence'>);

  async function rename(event: Event): Promise<void> {
    event.preventDefault();
    const label = (name ?? '').trim().slice(0, 120);
    if (label === '') return;
    const before = adapter.label as { readonly zh: string; readonly en: string };
    // A site taught here has one name for all languages; the other names of an imported one stay.
    const next =
      before.zh === before.en
        ? { zh: label, en: label }
        : { ...before, [lang === 'en' ? 'en' : 'zh']: label };
    const saved = saveSite(acts.book, { ...adapter, label: next });
    await acts.run(saved, { key: 'teach.own.renamed', params: { site: label } });
    setName(null);
    await notifySitesChanged();
    await onChanged();
  }
  return (
    <>
      {taught && <span class="quiet small">{t('teach.own.on', { day: taught })}</span>}
      {name === null ? (
        <>
          <button
            type="button"
            class="plain"
            onClick={() => setName(labelOf(adapter, lang === 'en' ? 'en' : 'zh'))}
          >
            {t('teach.own.rename')}
          </button>
          <button
            type="button"
            class="plain"
            title={t('teach.own.exportAbout')}
            onClick={() =>
              download(`site-${adapter.id}.json`, JSON.stringify(adapter, null, 2), 'application/json')
            }
          >
            {t('teach.own.export')}
          </button>
        </>
      ) : (
        <form class="file-field" onSubmit={(event) => void rename(event)}>
          <TextField label={t('teach.own.name')} value={name} onValue={setName} autofocus />
          <button type="submit">{t('common.save')}</button>
          <button type="button" class="plain" onClick={() => setName(null)}>
            {t('common.cancel')}
          </button>
        </form>
      )}
    </>
  );
}

function labelOf(adapter: Described, lang: 'en' | 'zh'): string {
  return (adapter.label as { readonly zh: string; readonly en: string })[lang];
}
