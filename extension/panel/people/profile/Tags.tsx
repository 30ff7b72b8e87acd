import { EditValue } from '@extension/ui/EditValue';
import { Icon } from '@extension/ui/Icon';
import { useMore } from '@extension/ui/more';
import { useOffered } from '../use-offered';
import { Term, useEditing } from './Line';

interface TagsProps {
  readonly tags: readonly string[];
  readonly onSave: (tags: string[]) => void;
}

/** Tags: one click adds, one takes away. */
export function Tags({ tags, onSave }: TagsProps) {
  const { t } = useMore();
  const { editing, edit, leave, button } = useEditing();
  const list = useOffered('tags', editing);
  return (
    <Term label={t('people.profile.tags')}>
      <ul class="chips people-tags" aria-label={t('people.profile.tags')}>
        {tags.map((tag) => (
          <li class="chip" key={tag}>
            {tag}
            <button
              type="button"
              class="icon-button small-button"
              aria-label={t('people.profile.dropTag', { tag })}
              onClick={() => onSave(tags.filter((other) => other !== tag))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
        <li>
          {editing ? (
            <EditValue
              label={t('people.profile.tag')}
              start=""
              list={list}
              class="chip-field"
              onLeave={leave}
              onSave={(text) => {
                leave();
                if (text !== '' && !tags.includes(text)) onSave([...tags, text]);
              }}
            />
          ) : (
            <button type="button" class="chip add" ref={button} onClick={edit}>
              {t('people.profile.addTag')}
            </button>
          )}
        </li>
      </ul>
    </Term>
  );
}
