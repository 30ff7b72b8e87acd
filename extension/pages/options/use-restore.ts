import type { Difference, Looked } from '@extension/book/backups/look';
import { type RemoteJobs, remoteJobs } from '@extension/book/backups/remote';
import { type Taken, takeBookBefore, takeFile } from '@extension/book/backups/take';
import { movesBookItself } from '@extension/book/current';
import { bookName } from '@extension/book/generations';
import type { OpenBook } from '@extension/book/open';
import { nothingRecorded } from '@extension/book/reads/empty';
import { notifyBookChanged, notifySitesChanged } from '@extension/messaging';
import { type AnyTranslate, useMore } from '@extension/ui/more';
import { useEffect, useRef, useState } from 'preact/hooks';

export type Way = 'replace' | 'merge';
export type Differences = Readonly<Partial<Record<string, Difference>>>;

/** Where a restore stands. */
export type Step =
  | { readonly at: 'idle' }
  | { readonly at: 'reading' | 'working'; readonly part: number }
  | { readonly at: 'sealed'; readonly file: File }
  | { readonly at: 'looked'; readonly looked: Looked };

/** What the restore's screens need: where it stands, and what can be done there. */
export interface Restoring {
  readonly step: Step;
  readonly open: (file: File, passphrase: string | null) => Promise<void>;
  readonly take: (way: Way) => Promise<void>;
  readonly goBack: () => Promise<void>;
  readonly stop: () => void;
}

/** Takes a backup in steps: read it, say what it would change, take it or leave it. */
export function useRestore(book: OpenBook, onFault: (sentence: string | null) => void): Restoring {
  const { t } = useMore();
  const [step, setStep] = useState<Step>({ at: 'idle' });
  const jobs = useRef<RemoteJobs | null>(null);
  const stopping = useRef(new AbortController());
  const end = () => {
    jobs.current?.close();
    jobs.current = null;
    setStep({ at: 'idle' });
  };
  useEffect(() => () => jobs.current?.close(), []);

  async function guarded(work: (here: RemoteJobs) => Promise<void>): Promise<void> {
    onFault(null);
    jobs.current ??= remoteJobs(book);
    const here = jobs.current;
    try {
      await work(here);
    } catch (error) {
      // Ended by its own Cancel.
      if (jobs.current !== here) return;
      onFault(
        t('records.refused.failed', { detail: error instanceof Error ? error.message : String(error) }),
      );
      end();
    }
  }

  async function open(file: File, passphrase: string | null): Promise<void> {
    await guarded(async (here) => {
      setStep({ at: 'reading', part: 0 });
      const onPart = (part: number) => setStep({ at: 'reading', part });
      const answer = await here.look(bookName(book.generation), file, passphrase, onPart);
      if (!answer.ok) {
        if (answer.reason === 'sealed') return setStep({ at: 'sealed', file });
        onFault(fileRefused(t, answer));
        return answer.reason === 'wrong-passphrase' ? setStep({ at: 'sealed', file }) : end();
      }
      // A book with nothing in it takes the backup at once; sites and settings chosen before it stay.
      if (await nothingRecorded(book)) await takeWith(here, 'merge');
      else setStep({ at: 'looked', looked: answer.looked });
    });
  }

  async function takeWith(here: RemoteJobs, way: Way): Promise<void> {
    await finish((options) => takeFile(book, here, way, options));
  }

  async function finish(
    work: (options: { onProgress: (part: number) => void; signal: AbortSignal }) => Promise<Taken>,
  ): Promise<void> {
    stopping.current = new AbortController();
    setStep({ at: 'working', part: 0 });
    const onProgress = (part: number) => setStep({ at: 'working', part });
    movesBookItself(true);
    const taken = await work({ onProgress, signal: stopping.current.signal });
    if (!taken.ok) {
      movesBookItself(false);
      onFault(
        'file' in taken
          ? fileRefused(t, taken.file)
          : t(`records.refused.${taken.reason}`, { detail: taken.detail }),
      );
      return end();
    }
    await Promise.allSettled([notifyBookChanged(), notifySitesChanged()]);
    location.reload();
  }

  return {
    step,
    open,
    take: (way) => guarded((here) => takeWith(here, way)),
    goBack: () => guarded((here) => finish((options) => takeBookBefore(book, here, options))),
    stop: () => {
      // What is being put in place takes itself back; everything else has touched nothing.
      if (step.at === 'working') stopping.current.abort();
      else end();
    },
  };
}

function fileRefused(
  t: AnyTranslate,
  refused: Exclude<Awaited<ReturnType<RemoteJobs['check']>>, { readonly ok: true }>,
): string {
  if ('params' in refused) return t(`records.backup.${refused.reason}`, refused.params);
  return refused.reason === 'sealed' ? t('options.backup.passphrase') : t(`options.backup.${refused.reason}`);
}
