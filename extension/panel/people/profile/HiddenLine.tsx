import { EditValue } from '@extension/ui/EditValue';
import { useMore } from '@extension/ui/more';
import { useState } from 'preact/hooks';
import { usePanel } from '../../state/context';
import { Term } from './Line';

interface HiddenLineProps {
  readonly label: string;
  readonly value: string;
  /** The value as others may see it over the seller's shoulder. */
  readonly masked: string;
  readonly multiline?: boolean;
  readonly onSave: (text: string) => void;
}

/**
 * A line that stands masked until it is asked for: one click shows it, another edits it, `Copy` takes it along.
 * The next buyer's screen is a new one, so nothing stays open by itself.
 */
export function HiddenLine({ label, value, masked, multiline, onSave }: HiddenLineProps) {
  const { t } = useMore();
  const { session } = usePanel();
  const [state, setState] = useState<'masked' | 'shown' | 'editing'>('masked');
  async function copy(): Promise<void> {
    try {
      await session.port.copy(value);
      session.say({ key: 'people.done.copied', params: { field: label }, undoes: null, tone: 'done' });
    } catch {
      session.trouble('panel.fill.nothing');
    }
  }
  if (state === 'editing') {
    return (
      <Term label={label}>
        <EditValue
          label={label}
          start={value}
          multiline={multiline}
          onLeave={() => setState('masked')}
          onSave={(text) => {
            setState('masked');
            if (text !== value) onSave(text);
          }}
        />
      </Term>
    );
  }
  if (value === '') {
    return (
      <Term label={label}>
        <button type="button" class="plain value-button" onClick={() => setState('editing')}>
          <span class="quiet">{t('people.add')}</span>
        </button>
      </Term>
    );
  }
  if (state === 'masked') {
    return (
      <Term label={label}>
        <button
          type="button"
          class="plain value-button"
          aria-label={t('people.profile.show', { field: label })}
          onClick={() => setState('shown')}
        >
          {masked}
        </button>
      </Term>
    );
  }
  return (
    <Term label={label}>
      <button type="button" class="plain value-button" onClick={() => setState('editing')}>
        {value}
      </button>
      <span class="acts">
        <button type="button" class="plain" onClick={() => void copy()}>
          {t('people.profile.copy')}
        </button>
        <button type="button" class="plain" onClick={() => setState('masked')}>
          {t('people.profile.hide')}
        </button>
      </span>
    </Term>
  );
}
