import './aftersales.css';
import type { OpenBook } from '@extension/book/open';
import { watchedReturns } from '@extension/book/reads/watched-returns';
import { useMore } from '@extension/ui/more';
import { Name } from '@extension/ui/Name';
import { useLive } from '@extension/ui/use-live';
import { useToday } from '@extension/ui/use-today';
import { shortDay } from '@extension/ui/when';
import { Part } from '../../options/Part';

/** Mended complaints of the last 90 days, and whether those buyers ordered again (P16). Counts, nothing concluded. */
export function Watched({ book }: { readonly book: OpenBook }) {
  const { t } = useMore();
  const today = useToday(book);
  const watched = useLive(() => watchedReturns(book, today), [book, today]);
  if (!watched) return null;
  const again = watched.filter(({ againOn }) => againOn !== null).length;
  return (
    <Part title={t('aftersales.watched')}>
      {watched.length === 0 ? (
        <p class="empty">{t('aftersales.watched.empty')}</p>
      ) : (
        <p class="quiet">{t('aftersales.watched.count', { n: watched.length, again })}</p>
      )}
      <ul class="watched">
        {watched.map(({ complaint, buyer, mendedOn, againOn }) => (
          <li key={complaint.id}>
            <span class="quiet small">{shortDay(mendedOn, today)}</span>
            <span class="what">
              <Name of={buyer.name} /> {complaint.what}{' '}
              <span class="quiet">
                {[
                  complaint.remedy,
                  complaint.recovery && t('aftersales.beyond', { what: complaint.recovery }),
                  complaint.bornBy && t('aftersales.born', { name: complaint.bornBy }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span class="quiet">
              {againOn === null
                ? t('aftersales.notAgain')
                : t('aftersales.again', { day: shortDay(againOn, today) })}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
