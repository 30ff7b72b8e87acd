import type { Clash, Clashes } from '@extension/book/backups/clashes';
import type { OpenBook } from '@extension/book/open';
import { useMore } from '@extension/ui/more';
import { Name } from '@extension/ui/Name';
import { useToday } from '@extension/ui/use-today';
import { type ColumnWord, type ColumnWords, loadColumnWords } from '@shared/i18n/columns';
import type { Json } from '@shared/text/json';
import { maskPhone } from '@shared/text/mask';
import { useEffect, useState } from 'preact/hooks';
import { readable, type Saying } from '../shop/privacy/sheet-words';

interface ClashListProps {
  readonly book: OpenBook;
  readonly clashes: Clashes;
}

/** What two computers have both written: each wording, the one before, and which of them a merge keeps. */
export function ClashList({ book, clashes }: ClashListProps) {
  const { t, lang } = useMore();
  const today = useToday(book);
  const [words, setWords] = useState<ColumnWords | null>(null);
  useEffect(() => void loadColumnWords(lang).then(setWords), [lang]);
  if (clashes.count === 0 || !words) return null;
  const saying: Saying = { t, lang, today, zone: book.world.timeZone };
  // What has no words of its own, as an identifier, is only counted.
  const worded = clashes.shown.filter((clash) => {
    const said = (value: Json) => wordsIn(clash, value, saying);
    return said(clash.here) !== said(clash.there);
  });
  const more = clashes.count - worded.length;
  return (
    <section class="clashes">
      <p class="warn">{t('backups.clashes', { n: clashes.count })}</p>
      <ul>
        {worded.map((clash) => (
          <li class="clash" key={`${clash.table}/${clash.id}/${clash.field}`}>
            <p>
              {clash.who !== '' && (
                <>
                  <Name of={clash.who} /> ·{' '}
                </>
              )}
              {t(`records.table.${clash.table}`)} · {words.fields[clash.field as ColumnWord] ?? clash.field}
            </p>
            <Wordings clash={clash} saying={saying} />
          </li>
        ))}
      </ul>
      {more > 0 && <p class="quiet">{t('backups.clash.more', { n: more })}</p>}
    </section>
  );
}

function Wordings({ clash, saying }: { readonly clash: Clash; readonly saying: Saying }) {
  const { t } = saying;
  return (
    <dl class="facts">
      {(['here', 'there', 'before'] as const).map((side) => {
        const value = clash[side];
        return value === undefined ? null : (
          <div key={side} class={side === clash.stays ? 'stays' : undefined}>
            <dt>{t(`backups.clash.${side}`)}</dt>
            <dd dir="auto">
              {wordsOf(clash, value, saying)}
              {side === clash.stays && <span class="quiet"> ({t('backups.clash.stays')})</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** A value as the shop reads it; phones stay masked, as everywhere on a screen. */
function wordsOf(clash: Clash, value: Json, saying: Saying): string {
  const words = wordsIn(clash, value, saying);
  if (words === '') return saying.t('backups.meanwhile.empty');
  return clash.field === 'phone' ? maskPhone(words) : words;
}

function wordsIn({ table, id, field }: Clash, value: Json, saying: Saying): string {
  const [[, words] = ['', '']] = readable(table, { id, [field]: value }, saying);
  return words;
}
