import type { OpenBook } from '@extension/book/open';
import { dayOf } from '@shared/calendar/day';
import { useEffect, useState } from 'preact/hooks';

/** The shop's day, which turns while a page stays open. */
export function useToday(book: OpenBook): string {
  const read = () => dayOf(book.world.now(), book.world.timeZone);
  const [today, setToday] = useState(read);
  useEffect(() => {
    const timer = setInterval(() => setToday(read()), 30_000);
    return () => clearInterval(timer);
  });
  return today;
}
