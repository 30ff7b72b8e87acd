import { editBuyer } from '@extension/book/actions/buyers';
import type { Who } from '@extension/book/who';
import { EditLine } from '@extension/ui/EditLine';
import { Icon } from '@extension/ui/Icon';
import { useWords } from '@extension/ui/words';
import { useState } from 'preact/hooks';
import { usePanel } from '../state/context';

interface FactsProps {
  readonly who: Who;
  readonly facts: readonly string[];
}

/** Facts worth knowing, as chips: click to edit, Enter saves, Esc leaves, emptied is removed. */
export function Facts({ who, facts }: FactsProps) {
  const { t } = useWords();
  const { session } = usePanel();
  const [editing, setEditing] = useState<number | null>(null);
  async function save(index: number, text: string): Promise<void> {
    setEditing(null);
    const before = facts[index] ?? '';
    if (text === before) return;
    const next = [...facts];
    next.splice(index, 1, ...(text === '' ? [] : [text]));
    await session.run(editBuyer(session.book, who, { facts: next }), { key: 'panel.done.profile' });
  }
  return (
    <ul class="facts" aria-label={t('panel.facts')}>
      {[...facts, null].map((fact, index) => (
        <li key={index}>
          {editing === index ? (
            <EditLine
              label={t('panel.fact')}
              start={fact ?? ''}
              maxLength={200}
              class="chip-field"
              onSave={(text) => void save(index, text)}
              onLeave={() => setEditing(null)}
            />
          ) : (
            <button
              type="button"
              class={fact === null ? 'chip add' : 'chip'}
              aria-label={fact === null ? t('panel.addFact') : undefined}
              onClick={() => setEditing(index)}
            >
              {fact ?? (facts.length > 0 ? <Icon name="add" /> : t('panel.addFact'))}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
