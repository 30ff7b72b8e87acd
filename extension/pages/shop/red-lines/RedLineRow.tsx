import { CheckField, SelectField, TextField } from '@extension/ui/fields';
import { composing } from '@extension/ui/keys';
import { useMore } from '@extension/ui/more';
import { RED_LINE_REASONS, type RedLineEntry } from '@shared/red-lines/schema';
import { useState } from 'preact/hooks';
import { Platforms } from './Platforms';
import { wordsOf } from './words-of';

/** Before the rest of the words is one click away. */
const WORDS_SHOWN = 12;

interface RedLineRowProps {
  readonly line: RedLineEntry;
  readonly isNew?: boolean;
  readonly onSave: (line: RedLineEntry) => Promise<boolean>;
  readonly onRemove: () => void;
  readonly onLeave?: () => void;
}

/** One line of the list: why, which words, which phrases are all right, and on which sites it holds. */
export function RedLineRow({ line, isNew = false, onSave, onRemove, onLeave }: RedLineRowProps) {
  const { t } = useMore();
  const [editing, setEditing] = useState(isNew);
  const comma = t('templates.join');
  const words = [...line.words, ...line.together.map((group) => group.join('/')).filter(Boolean)];
  const leave = () => {
    setEditing(false);
    onLeave?.();
  };
  if (editing) {
    return (
      <li>
        <RedLineForm
          line={line}
          onLeave={leave}
          onSave={async (changed) => {
            if (await onSave(changed)) leave();
          }}
        />
      </li>
    );
  }
  return (
    <li>
      <p>
        <strong>{t(`redLine.name.${line.reason}`)}</strong>{' '}
        {line.weight === 'careful' && <span class="quiet small">{t('redLine.careful')}</span>}{' '}
        {line.on.length > 0 && (
          <span class="quiet small">{t('redLine.onlyOn', { sites: line.on.join(comma) })}</span>
        )}
      </p>
      <p class="quiet small">
        {words.slice(0, WORDS_SHOWN).join(comma)}
        {words.length > WORDS_SHOWN && t('redLine.more', { n: words.length - WORDS_SHOWN })}
      </p>
      <div class="acts">
        <button type="button" class="plain" onClick={() => setEditing(true)}>
          {t('redLine.edit')}
        </button>
        <button type="button" class="plain" onClick={onRemove}>
          {t('redLine.remove')}
        </button>
      </div>
    </li>
  );
}

interface RedLineFormProps {
  readonly line: RedLineEntry;
  readonly onSave: (line: RedLineEntry) => Promise<void>;
  readonly onLeave: () => void;
}

function RedLineForm({ line, onSave, onLeave }: RedLineFormProps) {
  const { t } = useMore();
  const comma = t('templates.join');
  const [words, setWords] = useState(line.words.join(comma));
  const [except, setExcept] = useState(line.except.join(comma));
  const [reason, setReason] = useState(line.reason);
  const [weight, setWeight] = useState(line.weight);
  const [on, setOn] = useState<readonly string[]>(line.on);
  const [near, setNear] = useState(line.together.length > 0);
  const nothing = wordsOf(words).length === 0 && !(near && line.together.length > 0);
  const save = () => {
    if (nothing) return;
    void onSave({
      ...line,
      reason,
      weight,
      words: [...wordsOf(words)],
      except: [...wordsOf(except)],
      together: near ? line.together : [],
      on: [...on],
    });
  };
  return (
    <form
      class="form"
      aria-label={t('redLine.edit')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (composing(event)) return;
        if (event.key === 'Escape') {
          event.stopPropagation();
          onLeave();
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
      }}
    >
      <TextField
        label={t('redLine.words')}
        value={words}
        onValue={setWords}
        hint={nothing ? t('redLine.wordsMissing') : t('redLine.wordsHint')}
        wrong={nothing}
        multiline
        autofocus
      />
      <TextField label={t('redLine.except')} value={except} onValue={setExcept} multiline />
      {line.together.length > 0 && (
        <CheckField
          label={t('redLine.together', {
            words: line.together.map((group) => group.slice(0, 3).join('/')).join(' + '),
          })}
          checked={near}
          onChecked={setNear}
        />
      )}
      <div class="fields">
        <SelectField
          label={t('redLine.reason')}
          value={reason}
          options={RED_LINE_REASONS.map((value) => ({ value, label: t(`redLine.name.${value}`) }))}
          onValue={setReason}
        />
        <SelectField
          label={t('redLine.weight')}
          value={weight}
          options={[
            { value: 'fined', label: t('redLine.fined') },
            { value: 'careful', label: t('redLine.careful') },
          ]}
          onValue={setWeight}
        />
      </div>
      <Platforms chosen={on} onChosen={setOn} />
      <div class="acts">
        <button type="submit" class="primary" disabled={nothing}>
          {t('common.save')}
        </button>
        <button type="button" class="plain" onClick={onLeave}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}
