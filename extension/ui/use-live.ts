import { live } from '@extension/book/live';
import { useEffect, useMemo, useState } from 'preact/hooks';

/**
 * A live query of the book as a component sees it: `undefined` until the first answer. When `deps` change the
 * old answer is dropped at once, because one buyer's debts must never stand under another buyer's name.
 */
export function useLive<T>(query: () => Promise<T>, deps: readonly unknown[]): T | undefined {
  const token = useMemo(() => ({}), deps);
  const [answer, setAnswer] = useState<{ readonly token: object; readonly value: T | undefined }>();
  useEffect(() => {
    const running = live(query);
    const off = running.value.subscribe((value) => setAnswer({ token, value }));
    return () => {
      off();
      running.stop();
    };
  }, [token]);
  return answer?.token === token ? answer.value : undefined;
}
