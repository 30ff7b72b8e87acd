import type { InputHash } from '../../review';
import type { Writer } from '../text/writer';
import { DataTable } from './DataTable';

interface HashesProps {
  readonly hashes: readonly InputHash[];
  readonly writer: Writer;
}

/** What a letter was made from, by content. */
export function Hashes({ hashes, writer }: HashesProps) {
  const { t } = writer;
  return (
    <details class="numbers">
      <summary>{t('weekly.frozen.inputs')}</summary>
      <DataTable
        caption={t('weekly.frozen.inputs')}
        table={{
          head: [t('notebook.file'), t('weekly.frozen.hash')],
          rows: hashes.map(({ name, hash }) => [name, <code key={name}>{hash}</code>]),
        }}
      />
    </details>
  );
}
