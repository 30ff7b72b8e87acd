import './desk.css';
import { howFar } from '@extension/book/backups/how-far';
import { changeMark, daysBehind } from '@extension/book/backups/mark';
import { smallStore } from '@extension/book/journal/ways';
import { sentinelOf } from '@extension/book/write';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { useMark } from '@extension/ui/use-mark';
import { usePanel } from '../state/context';

/** Records an owner writes down in person: after about so many there is something to lose (J21). */
const OWN = ['promises', 'discounts', 'packing', 'gifts', 'notes', 'visits', 'complaints'] as const;
const SOME = 5;

/** Asks where backups should go once there is something to lose, and says when the newest one is old. */
export function BackupHint() {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const mark = useMark();
  const stands = useLive(async () => {
    const { counts } = await sentinelOf(book.db);
    return {
      ...(await howFar(book)),
      own: OWN.reduce((sum, table) => sum + (counts[table] ?? 0), 0),
    };
  }, [book]);
  if (!mark || !stands || stands.own < SOME) return null;
  const behind = daysBehind(mark, stands, session.now.value);
  const asks = mark.place === null && mark.last === null && !mark.notNow;
  if (behind === null && !asks) return null;
  const page = `/options.html${new URLSearchParams(location.search).has('lang') ? `?lang=${lang}` : ''}#auto-backup`;
  return (
    <div class="backup-hint">
      <p>{behind === null ? t('backups.ask') : t('backups.behind', { n: behind })}</p>
      <a class="button" href={page} target="_blank" rel="noopener">
        {t(mark.place === null ? 'backups.askWhere' : 'backups.seeWhy')}
      </a>
      {behind === null && (
        <button type="button" class="plain" onClick={() => void changeMark(smallStore, { notNow: true })}>
          {t('backups.notNow')}
        </button>
      )}
    </div>
  );
}
