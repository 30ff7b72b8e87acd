import type { RefusedFile } from '@analysis/worker/orders-messages';
import { TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { useState } from 'preact/hooks';
import { ColumnsForm } from './ColumnsForm';
import type { Import } from './use-import';

const LOCKED = /^imports\.refused(Locked|Password|LockedZip|ZipPassword|Sealed|Passphrase)$/;

/** Files that were not taken: why, and the one thing that helps. */
export function RefusedFiles({
  one,
  files,
}: {
  readonly one: Import;
  readonly files: readonly RefusedFile[];
}) {
  const { t } = useMore();
  const [password, setPassword] = useState('');
  return (
    <>
      {files.map(({ file, reason, said, preview }) => (
        <section key={`${file} ${reason}`} class="refused-file" aria-label={file}>
          <h3>{file}</h3>
          {preview ? <p>{t('finder.import.unknown')}</p> : <p class="fault">{said}</p>}
          {preview && (
            <ColumnsForm
              preview={preview}
              onMap={(map) => one.teach(preview.columns, map)}
              onBuyers={(map) => one.teachBuyers(preview.columns, map)}
            />
          )}
          {reason === 'imports.refusedDateOrder' && (
            <div class="acts">
              {(['dmy', 'mdy'] as const).map((dateOrder) => (
                <button type="button" key={dateOrder} onClick={() => void one.read(one.files, { dateOrder })}>
                  {t(`finder.import.${dateOrder}`)}
                </button>
              ))}
            </div>
          )}
          {LOCKED.test(reason) && (
            <form
              class="acts"
              onSubmit={(event) => {
                event.preventDefault();
                void one.read(one.files, { password });
              }}
            >
              <TextField label={t('finder.import.password')} value={password} onValue={setPassword} narrow />
              <button type="submit" disabled={password === ''}>
                {t('finder.import.open')}
              </button>
            </form>
          )}
        </section>
      ))}
    </>
  );
}
