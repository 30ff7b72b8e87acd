import { useEffect, useRef, useState } from 'preact/hooks';

/** Screens are read again at the latest so long after a save was answered, in milliseconds. */
const UNTIL_READ = 300;

/**
 * What a box that saves at once shows: what was just chosen, from the click until the screen was read again. Else it
 * would show for a moment what the book said before.
 *
 * @returns what to show, and what to call with the other choice and its saving
 */
export function useChosen(
  stored: boolean,
): readonly [boolean, (chosen: boolean, saving: Promise<unknown>) => void] {
  const [chosen, choose] = useState<boolean | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return [
    chosen ?? stored,
    (next, saving) => {
      clearTimeout(timer.current);
      choose(next);
      const over = () => {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => choose(null), UNTIL_READ);
      };
      // Refused or not: what the book says then is what stands there.
      void saving.then(over, over);
    },
  ];
}
