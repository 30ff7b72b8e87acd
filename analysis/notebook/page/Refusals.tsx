import type { FileRefusal } from '../../dataset';
import { isWordKey, type Writer } from '../text/writer';

interface RefusalsProps {
  readonly refused: readonly FileRefusal[];
  readonly writer: Writer;
}

/** Files that could not be used: which one, where, what was found, what to do. */
export function Refusals({ refused, writer }: RefusalsProps) {
  if (refused.length === 0) return null;
  return (
    <section class="refusals" role="alert" aria-labelledby="refusals-title">
      <h2 id="refusals-title">{writer.t('notebook.refusals', { n: refused.length })}</h2>
      <ul>
        {refused.map((refusal) => (
          <li key={`${refusal.file}-${refusal.reason}`}>
            <b>{refusal.file}</b>{' '}
            {isWordKey(refusal.reason)
              ? writer.t(refusal.reason, { file: refusal.file, ...refusal.params })
              : refusal.reason}
          </li>
        ))}
      </ul>
    </section>
  );
}
