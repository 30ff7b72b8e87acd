import { useEffect, useState } from 'preact/hooks';
import { soon } from '../figures/queue';

/**
 * How many parts of something long are drawn: one more per task, so that the page answers in between. Once all
 * stand, and what they queued is drawn too, `done` is called.
 */
export function useParts(total: number, of: unknown, done: () => void): number {
  const [drawn, setDrawn] = useState({ of, parts: 1 });
  const parts = drawn.of === of ? drawn.parts : total;
  useEffect(() => {
    if (parts < total) return soon(() => setDrawn({ of, parts: parts + 1 }));
    return soon(done);
  }, [parts, total, of]);
  return parts;
}
