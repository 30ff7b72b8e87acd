import './meanwhile.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useMore } from './more';
import type { Choice } from './typed';

interface MeanwhileProps {
  readonly label: string;
  readonly mine: string;
  readonly stored: string;
  readonly before: string;
  readonly onChoose: (choice: Choice) => void;
}

/** Another window has written into a value while it was edited here: all three wordings, and which one it shall be. */
export function Meanwhile({ label, mine, stored, before, onChoose }: MeanwhileProps) {
  const { t } = useMore();
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const shown = (text: string) => text || t('backups.meanwhile.empty');
  return (
    <div
      class="meanwhile"
      role="alertdialog"
      aria-label={t('backups.meanwhile', { field: label })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onChoose('stored');
      }}
    >
      <p>{t('backups.meanwhile', { field: label })}</p>
      <dl>
        <dt>{t('backups.meanwhile.mine')}</dt>
        <dd>{shown(mine)}</dd>
        <dt>{t('backups.meanwhile.stored')}</dt>
        <dd>{shown(stored)}</dd>
        <dt>{t('backups.meanwhile.before')}</dt>
        <dd>{shown(before)}</dd>
      </dl>
      <div class="acts">
        <button type="button" ref={first} onClick={() => onChoose('mine')}>
          {t('backups.meanwhile.takeMine')}
        </button>
        <button type="button" onClick={() => onChoose('stored')}>
          {t('backups.meanwhile.takeStored')}
        </button>
        <button type="button" class="plain" onClick={() => onChoose('before')}>
          {t('backups.meanwhile.takeBefore')}
        </button>
      </div>
    </div>
  );
}
