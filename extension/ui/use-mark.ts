import { type BackupMark, readMark } from '@extension/book/backups/mark';
import { smallStore } from '@extension/book/journal/ways';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** What is remembered of backups, fresh whenever any page changes it; `null` until it was read. */
export function useMark(): BackupMark | null {
  const [mark, setMark] = useState<BackupMark | null>(null);
  useEffect(() => {
    let here = true;
    const read = () =>
      void readMark(smallStore).then(
        (found) => here && setMark(found),
        () => undefined,
      );
    read();
    browser.storage.local.onChanged.addListener(read);
    return () => {
      here = false;
      browser.storage.local.onChanged.removeListener(read);
    };
  }, []);
  return mark;
}
