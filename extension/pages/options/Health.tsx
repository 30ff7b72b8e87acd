import type { Examined } from '@extension/book/examined';
import { type JournalHealth, journalHealth } from '@extension/book/journal/health';
import type { OpenBook } from '@extension/book/open';
import { storageIsKept } from '@extension/platform/kept-storage';
import { download } from '@extension/ui/download';
import { useMore } from '@extension/ui/more';
import { useMark } from '@extension/ui/use-mark';
import { dayOf } from '@shared/calendar/day';
import { useEffect, useState } from 'preact/hooks';
import { diagnosticsOf } from './diagnostics';
import { Part } from './Part';

interface Storage {
  readonly used: number | null;
  readonly room: number | null;
  readonly persisted: boolean;
  readonly journal: JournalHealth | null;
}

async function readStorage(): Promise<Storage> {
  const [estimate, persisted, journal] = await Promise.all([
    navigator.storage?.estimate?.().catch(() => null),
    storageIsKept().catch(() => false),
    journalHealth(),
  ]);
  return {
    used: estimate?.usage ?? null,
    room: estimate?.quota ?? null,
    persisted,
    journal,
  };
}

/** How the book is kept on this computer, a look through all of it, and a report without a word of it. */
export function Health({ book }: { readonly book: OpenBook }) {
  const { t, lang } = useMore();
  const mark = useMark();
  const [storage, setStorage] = useState<Storage | null>(null);
  const [checking, setChecking] = useState(false);
  const [found, setFound] = useState<Examined | null>(null);
  const read = () => void readStorage().then(setStorage);
  useEffect(read, []);
  if (!storage || !mark) return null;
  const { used, room, persisted, journal } = storage;
  const size = (bytes: number) => sizeWords(bytes, lang);
  const day = (at: number) => dayOf(at, book.world.timeZone);

  async function check(repair: boolean): Promise<void> {
    setChecking(true);
    try {
      setFound(await book.examine(repair));
    } finally {
      setChecking(false);
    }
  }
  async function report(): Promise<void> {
    const text = JSON.stringify(
      await diagnosticsOf(book, { examined: found, used, room, persisted, journal }),
      null,
      2,
    );
    download(`zhanggui-report-${day(book.world.now())}.json`, text, 'application/json');
  }
  const wrong = found && (found.book === 'damaged' || found.journal !== 'whole') && !found.repaired;
  return (
    <Part title={t('backups.health')} anchor="health">
      <dl class="facts">
        <dt>{t('backups.used')}</dt>
        <dd>
          {used === null
            ? t('backups.unknown')
            : t('backups.usedOf', { used: size(used), room: size(room ?? 0) })}
        </dd>
        <dt>{t('backups.persisted')}</dt>
        <dd>
          {t(persisted ? 'backups.persisted.yes' : 'backups.persisted.no')}{' '}
          {!persisted && (
            <button type="button" onClick={read}>
              {t('backups.persist')}
            </button>
          )}
        </dd>
        <dt>{t('backups.journal')}</dt>
        <dd>
          {journal?.written
            ? t('backups.journalHas', {
                size: size(journal.bytes),
                n: journal.snapshots,
                when: day(journal.written),
              })
            : t('backups.journalNone')}
        </dd>
        <dt>{t('backups.newestBackup')}</dt>
        <dd>{mark.last ? `${day(mark.last.at)} · ${mark.last.name}` : t('backups.never')}</dd>
      </dl>
      <div class="acts">
        <button type="button" disabled={checking} onClick={() => void check(false)}>
          {t('backups.check')}
        </button>
        {wrong && (
          <button type="button" class="primary" disabled={checking} onClick={() => void check(true)}>
            {t('backups.repair')}
          </button>
        )}
        <button type="button" onClick={() => void report()}>
          {t('backups.report')}
        </button>
      </div>
      <p role="status" class={wrong ? 'fault' : 'kept'}>
        {checking && t('backups.checking')}
        {!checking && found && foundWords()}
      </p>
      <p class="quiet small">{t('backups.reportAbout')}</p>
    </Part>
  );

  function foundWords(): string {
    if (!found) return '';
    if (found.repaired) return t('backups.found.repaired');
    const n = found.records;
    return `${t(`backups.found.${found.book}`, { n })} ${t(`backups.found.journal.${found.journal}`)}`;
  }
}

/** Bytes as people say them. */
function sizeWords(bytes: number, lang: string): string {
  const units = ['KB', 'MB', 'GB', 'TB'] as const;
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value.toLocaleString(lang, { maximumSignificantDigits: 3 })} ${units[unit]}`;
}
