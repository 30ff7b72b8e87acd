import { type BackupMark, readMark } from '@extension/book/backups/mark';
import { smallStore, watchSmall } from '@extension/book/journal/ways';
import { useEffect, useState } from 'preact/hooks';

/** What is remembered of backups, fresh whenever any page changes it; `null` until it was read. */
export function useMark(): BackupMark | null {
  const [mark, setMark] = useState<BackupMark | null>(null);
  useEffect(() => {
    let here = true;
    const read = async () => {
      const found = await readMark(smallStore).catch(() => null);
      if (here && found) setMark(found);
    };
    void read();
    const stop = watchSmall(() => void read());
    return () => {
      here = false;
      stop();
    };
  }, []);
  return mark;
}
