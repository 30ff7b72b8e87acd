import { editBuyer } from '@extension/book/actions/buyers';
import type { Who } from '@extension/book/who';
import { EditValue } from '@extension/ui/EditValue';
import { Icon } from '@extension/ui/Icon';
import { useWords } from '@extension/ui/words';
import { useState } from 'preact/hooks';
import { usePanel } from '../state/context';

interface FactsProps {
  readonly who: Who;
  readonly facts: readonly string[];
}

/** The fact that was clicked, null for a new one, and where it stood among how many. */
interface Editing {
  readonly fact: string | null;
  readonly at: number;
  readonly of: number;
}

/** Where the edited fact stands by now: another window may have added, changed or taken away some meanwhile. */
function placeOf({ fact, at, of }: Editing, facts: readonly string[]): number {
  if (fact === null) return facts.length;
  const still = facts.indexOf(fact);
  if (still >= 0) return still;
  return facts.length < of ? facts.length : at;
}

/** Facts worth knowing, as chips: click to edit, Enter saves, Esc leaves, emptied is removed. */
export function Facts({ who, facts }: FactsProps) {
  const { t } = useWords();
  const { session } = usePanel();
  const [editing, setEditing] = useState<Editing | null>(null);
  const place = editing === null ? -1 : placeOf(editing, facts);
  async function save(text: string): Promise<void> {
    setEditing(null);
    if (text === (facts[place] ?? '')) return;
    const next = [...facts];
    next.splice(place, 1, ...(text === '' ? [] : [text]));
    await session.run(editBuyer(session.book, who, { facts: next }), { key: 'panel.done.profile' });
  }
  return (
    <ul class="facts" aria-label={t('panel.facts')}>
      {[...facts, null].map((fact, index) => (
        <li key={index === place ? 'edited' : index}>
          {index === place ? (
            <EditValue
              label={t('panel.fact')}
              start={fact ?? ''}
              maxLength={200}
              class="chip-field"
              onSave={(text) => void save(text)}
              onLeave={() => setEditing(null)}
            />
          ) : (
            <button
              type="button"
              class={fact === null ? 'chip add' : 'chip'}
              aria-label={fact === null ? t('panel.addFact') : undefined}
              onClick={() => setEditing({ fact, at: index, of: facts.length })}
            >
              {fact ?? (facts.length > 0 ? <Icon name="add" /> : t('panel.addFact'))}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
