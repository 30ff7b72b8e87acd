import { allowFolder, backUpNow, placeNow } from '@extension/book/backups/auto';
import { type BackupMark, changeMark } from '@extension/book/backups/mark';
import { GENERATIONS } from '@extension/book/backups/rotation';
import { keepFolder } from '@extension/book/generations';
import { smallStore } from '@extension/book/journal/ways';
import type { OpenBook } from '@extension/book/open';
import { askToDownload } from '@extension/platform/downloads';
import { useMore } from '@extension/ui/more';
import { useMark } from '@extension/ui/use-mark';
import { dayOf } from '@shared/calendar/day';
import { minuteOfDay } from '@shared/calendar/minute';
import { useEffect, useState } from 'preact/hooks';
import { Part } from './Part';
import { Working } from './Working';

/** The picker a browser has, or has not. */
interface Picking {
  showDirectoryPicker?(options: {
    readonly id: string;
    readonly mode: 'readwrite';
  }): Promise<FileSystemDirectoryHandle>;
}

/** Backups by themselves: where to, how the last one went, and one now. */
export function AutoBackup({ book }: { readonly book: OpenBook }) {
  const { t } = useMore();
  const mark = useMark();
  const [part, setPart] = useState<number | null>(null);
  if (!mark) return null;
  const picker = (window as Picking).showDirectoryPicker?.bind(window);

  async function now(): Promise<void> {
    setPart(0);
    try {
      await backUpNow(book, setPart);
    } finally {
      setPart(null);
    }
  }
  async function pick(): Promise<void> {
    const handle = await picker?.({ id: 'backups', mode: 'readwrite' }).catch(() => null);
    if (!handle) return;
    await keepFolder(handle);
    await changeMark(smallStore, { place: 'folder', folder: handle.name, fault: null, notNow: false });
    await now();
  }
  async function intoDownloads(): Promise<void> {
    if (!(await askToDownload())) return;
    await keepFolder(null);
    await changeMark(smallStore, { place: 'downloads', folder: '', fault: null, notNow: false });
    await now();
  }
  async function allow(): Promise<void> {
    const given = mark?.place === 'downloads' ? await askToDownload() : await allowFolder();
    if (given) await now();
  }
  async function stop(): Promise<void> {
    await keepFolder(null);
    await changeMark(smallStore, { place: null, folder: '', fault: null, notNow: true });
  }
  return (
    <Part title={t('backups.auto')} anchor="auto-backup">
      <p class="quiet">{t('backups.auto.about', GENERATIONS)}</p>
      {mark.place !== null && <Standing book={book} mark={mark} onAllow={() => void allow()} />}
      {part !== null && <Working label={t('backups.saving')} part={part} />}
      <div class="acts">
        {mark.place !== null && (
          <button type="button" class="primary" disabled={part !== null} onClick={() => void now()}>
            {t('backups.now')}
          </button>
        )}
        {picker && (
          <button type="button" class={mark.place ? '' : 'primary'} onClick={() => void pick()}>
            {t(mark.place === 'folder' ? 'backups.another' : 'backups.choose')}
          </button>
        )}
        {mark.place !== 'downloads' && (
          <button type="button" onClick={() => void intoDownloads()}>
            {t('backups.toDownloads')}
          </button>
        )}
        {mark.place !== null && (
          <button type="button" class="plain" onClick={() => void stop()}>
            {t('backups.stop')}
          </button>
        )}
      </div>
      <p class="quiet small">{t('options.backup.plain')}</p>
    </Part>
  );
}

interface StandingProps {
  readonly book: OpenBook;
  readonly mark: BackupMark;
  readonly onAllow: () => void;
}

function Standing({ book, mark, onAllow }: StandingProps) {
  const { t } = useMore();
  const [missing, setMissing] = useState<'permission' | 'gone' | null>(null);
  useEffect(() => {
    let here = true;
    void placeNow(mark).then((place) => here && setMissing(typeof place === 'string' ? place : null));
    return () => {
      here = false;
    };
  }, [mark]);
  const fault = missing ?? mark.fault;
  const { last } = mark;
  return (
    <>
      <p>
        {mark.place === 'folder' ? t('backups.inFolder', { name: mark.folder }) : t('backups.inDownloads')}
      </p>
      {last && (
        <p class={fault ? 'quiet' : 'kept'}>
          {t('backups.last', { when: momentWords(book, last.at), n: last.rows, name: last.name })}
        </p>
      )}
      {fault && (
        <p class="fault" role="alert">
          {t(`backups.fault.${fault}`, { detail: mark.detail })}
        </p>
      )}
      {missing === 'permission' && (
        <p>
          <button type="button" class="primary" onClick={onAllow}>
            {t('backups.allow')}
          </button>
        </p>
      )}
    </>
  );
}

/** A moment as the shop's clock shows it. */
function momentWords({ world }: OpenBook, at: number): string {
  const minute = minuteOfDay(at, world.timeZone);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${dayOf(at, world.timeZone)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
