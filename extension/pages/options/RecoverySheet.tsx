import { useMore } from '@extension/ui/more';
import { useEffect } from 'preact/hooks';

/** The recovery code, to be printed and put away; on paper it stands alone. */
export function RecoverySheet({ code, onClose }: { readonly code: string; readonly onClose: () => void }) {
  const { t } = useMore();
  useEffect(() => {
    document.body.classList.add('with-sheet');
    return () => document.body.classList.remove('with-sheet');
  }, []);
  return (
    <section class="notice recovery-sheet" aria-label={t('backups.code')}>
      <h3>{t('backups.code')}</h3>
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
