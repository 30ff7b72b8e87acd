import { useMore } from '@extension/ui/more';
import { useState } from 'preact/hooks';
import type { Acts } from '../use-acts';
import { Part } from './Part';
import { RestoreBackup } from './RestoreBackup';
import { SaveBackup } from './SaveBackup';

/** One file that carries everything, and the way back from it. */
export function BackupPart({ acts }: { readonly acts: Acts }) {
  const { t } = useMore();
  const { book } = acts;
  const [fault, setFault] = useState<string | null>(null);
  return (
    <Part title={t('options.backup')} anchor="backup">
      <p class="quiet">{t('options.backup.about')}</p>
      <SaveBackup book={book} onFault={setFault} />
      <RestoreBackup book={book} onFault={setFault} />
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
    </Part>
  );
}
