import './desk.css';
import { howFar } from '@extension/book/backups/how-far';
import { changeMark, daysBehind } from '@extension/book/backups/mark';
import { smallStore } from '@extension/book/journal/ways';
import { firstDay } from '@extension/book/reads/first-day';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { useMark } from '@extension/ui/use-mark';
import { usePanel } from '../state/context';

/** Asks where backups should go once there is something to lose (J21), and says when the newest one is old. */
export function BackupHint() {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const mark = useMark();
  const stands = useLive(
    async () => ({ ...(await howFar(book)), worth: (await firstDay(book)).worthBackup }),
    [book],
  );
  if (!mark || !stands?.worth) return null;
  const behind = daysBehind(mark, stands, session.now.value);
  const asks = mark.place === null && mark.last === null && !mark.notNow;
  if (behind === null && !asks) return null;
  const page = `/options.html${new URLSearchParams(location.search).has('lang') ? `?lang=${lang}` : ''}#auto-backup`;
  return (
    <div class="backup-hint notice">
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
