import type { Finding } from '../../review';
import { Numbered } from '../text/Numbered';
import type { Writer } from '../text/writer';
import { RowsNumber } from './RowsNumber';
import { RowsPlace } from './RowsPlace';

const MOST = 5;

/** Where the rows behind a finding stand, by the beginning of its key. */
const SECTION_OF: Readonly<Record<string, string>> = {
  promises: 'promises',
  goodwill: 'giving',
  gifts: 'giving',
  repeat: 'people',
  value: 'value',
  satisfaction: 'satisfaction',
  complaints: 'complaints',
  week: 'since',
};

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly writer: Writer;
}

/** What is worth saying, before everything else; each sentence leads to where its numbers come from. */
export function Findings({ findings, writer }: FindingsProps) {
  const { t } = writer;
  if (findings.length === 0) return null;
  return (
    <section class="findings" aria-labelledby="findings-title">
      <h2 id="findings-title">{t('notebook.findings')}</h2>
      <ol>
        {findings.slice(0, MOST).map(({ key, text, links = [] }) => {
          const section = SECTION_OF[key.split('.')[0] ?? ''];
          return (
            <li key={key}>
              <RowsPlace writer={writer}>
                <Sentence text={text} links={links} />
                {section !== undefined && (
                  <>
                    {' '}
                    <a
                      class="to-rows"
                      href={`#section-${section}`}
                      aria-label={t('weekly.toRows.of', { text })}
                    >
                      {t('weekly.toRows')}
                    </a>
                  </>
                )}
              </RowsPlace>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** The sentence with its numbers as ways to their rows. */
function Sentence({ text, links }: { readonly text: string; readonly links: NonNullable<Finding['links']> }) {
  return (
    <Numbered
      text={text}
      spots={links}
      draw={({ at, of }, written) => (
        <RowsNumber of={of} key={at}>
          {written}
        </RowsNumber>
      )}
    />
  );
}
