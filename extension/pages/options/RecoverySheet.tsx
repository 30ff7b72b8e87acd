import { useMore } from '@extension/ui/more';
import { useEffect } from 'preact/hooks';

interface RecoverySheetProps {
  readonly code: string;
  /** The day it is printed: years later it says which of two sheets is the newer one. */
  readonly day: string;
  readonly onClose: () => void;
}

/** The recovery code, to be printed and put away; on paper it stands alone. */
export function RecoverySheet({ code, day, onClose }: RecoverySheetProps) {
  const { t } = useMore();
  useEffect(() => {
    document.body.classList.add('with-sheet');
    return () => document.body.classList.remove('with-sheet');
  }, []);
  return (
    <section class="notice recovery-sheet" aria-label={t('backups.code')}>
      <h3>{t('backups.code')}</h3>
      <p class="print-only">
        {t('common.name')} · {day}
      </p>
      <p class="code">{code}</p>
      <p>{t('backups.codeAbout')}</p>
      <div class="acts no-print">
        <button type="button" class="primary" onClick={() => window.print()}>
          {t('backups.print')}
        </button>
        <button type="button" class="plain" onClick={onClose}>
          {t('common.close')}
        </button>
      </div>
    </section>
  );
}
