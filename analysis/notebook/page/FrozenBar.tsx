import type { Frozen } from '@shared/records/freeze-file';
import type { Writer } from '../text/writer';
import { Hashes } from './Hashes';

interface FrozenBarProps {
  readonly frozen: Frozen;
  /** Null where there is no other letter to go back to. */
  readonly onBack: (() => void) | null;
  readonly writer: Writer;
}

/** Over a week put away: that it is one, what it was made from, and the way back. */
export function FrozenBar({ frozen, onBack, writer }: FrozenBarProps) {
  const { t } = writer;
  const day = writer.day(frozen.takenAt.slice(0, 10));
  return (
    <section class="frozen-bar" aria-label={t('weekly.frozen', { week: frozen.week, day })}>
      <p role="status">
        <b>{t('weekly.frozen', { week: frozen.week, day })}</b>{' '}
        {t('weekly.frozen.readOnly', { program: frozen.program })}{' '}
        {onBack && (
          <button type="button" onClick={onBack}>
            {t('weekly.frozen.back')}
          </button>
        )}
      </p>
      {frozen.inputs.length > 0 && <Hashes hashes={frozen.inputs} writer={writer} />}
    </section>
  );
}
