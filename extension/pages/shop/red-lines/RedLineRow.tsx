import { useEdited } from '@extension/ui/edited';
import { CheckField, SelectField, TextField } from '@extension/ui/fields';
import { type AnyKey, useMore } from '@extension/ui/more';
import { platformName } from '@extension/ui/platform-name';
import { RED_LINE_REASONS, type RedLineEntry } from '@shared/red-lines/schema';
import { useState } from 'preact/hooks';
import { ShopForm } from '../ShopForm';
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
          <span class="quiet small">
            {t('redLine.onlyOn', { sites: line.on.map((site) => platformName(site, t)).join(comma) })}
          </span>
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

interface Fields {
  readonly words: string;
  readonly except: string;
  readonly reason: RedLineEntry['reason'];
  readonly weight: RedLineEntry['weight'];
  readonly on: readonly string[];
  readonly near: boolean;
}

const LABELS: Readonly<Record<keyof Fields, AnyKey>> = {
  words: 'redLine.words',
  except: 'redLine.except',
  reason: 'redLine.reason',
  weight: 'redLine.weight',
  on: 'redLine.on',
  near: 'redLine.near',
};

function typedLine(line: RedLineEntry, comma: string): Fields {
  const { words, except, reason, weight, on, together } = line;
  return {
    words: words.join(comma),
    except: except.join(comma),
    reason,
    weight,
    on,
    near: together.length > 0,
  };
}

interface RedLineFormProps {
  readonly line: RedLineEntry;
  readonly onSave: (line: RedLineEntry) => Promise<void>;
  readonly onLeave: () => void;
}

function RedLineForm({ line, onSave, onLeave }: RedLineFormProps) {
  const { t } = useMore();
  const comma = t('templates.join');
  const shown = (name: keyof Fields, value: Fields[keyof Fields]) => {
    if (name === 'reason') return t(`redLine.name.${value as Fields['reason']}`);
    if (name === 'weight') return t(value === 'careful' ? 'redLine.careful' : 'redLine.fined');
    if (typeof value === 'boolean') return value ? '✓' : '—';
    return typeof value === 'string' ? value : value.map((site) => platformName(site, t)).join(comma);
  };
  const edited = useEdited(typedLine(line, comma), LABELS, shown);
  const { words, except, reason, weight, on, near } = edited.fields;
  const { set } = edited;
  const [fault, setFault] = useState<AnyKey | null>(null);
  const nothing = wordsOf(words).length === 0 && !(near && line.together.length > 0);
  async function save(): Promise<void> {
    if (nothing) return;
    const open = edited.unsettled();
    setFault(open);
    if (open) return;
    await onSave({
      ...line,
      reason,
      weight,
      words: [...wordsOf(words)],
      except: [...wordsOf(except)],
      together: near ? line.together : [],
      on: [...on],
    });
  }
  return (
    <ShopForm
      class="form"
      label={t('redLine.edit')}
      saveKey="Ctrl ↵"
      save={save}
      onLeave={onLeave}
      fault={fault}
      nothing={nothing}
    >
      <TextField
        label={t('redLine.words')}
        value={words}
        onValue={(text) => set({ words: text })}
        hint={nothing ? t('redLine.wordsMissing') : t('redLine.wordsHint')}
        wrong={nothing}
        multiline
        autofocus
      />
      <TextField
        label={t('redLine.except')}
        value={except}
        onValue={(text) => set({ except: text })}
        multiline
      />
      {line.together.length > 0 && (
        <CheckField
          label={t('redLine.together', {
            words: line.together.map((group) => group.slice(0, 3).join('/')).join(' + '),
          })}
          checked={near}
          onChecked={(checked) => set({ near: checked })}
        />
      )}
      <div class="fields">
        <SelectField
          label={t('redLine.reason')}
          value={reason}
          options={RED_LINE_REASONS.map((value) => ({ value, label: t(`redLine.name.${value}`) }))}
          onValue={(value) => set({ reason: value })}
        />
        <SelectField
          label={t('redLine.weight')}
          value={weight}
          options={[
            { value: 'fined', label: t('redLine.fined') },
            { value: 'careful', label: t('redLine.careful') },
          ]}
          onValue={(value) => set({ weight: value })}
        />
      </div>
      <Platforms chosen={on} onChosen={(sites) => set({ on: sites })} />
      {edited.choices}
    </ShopForm>
  );
}
