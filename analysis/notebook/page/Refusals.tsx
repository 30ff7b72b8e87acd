import type { WordKey } from '@shared/i18n';
import type { FileRefusal } from '../../dataset';
import { EXPORT_PATHS } from '../../findings/lists/export-paths';
import type { Asked } from '../asked';
import { isWordKey, sayCode, type Writer } from '../text/writer';
import { Ask } from './Ask';

/** Refusals whose way out is an option of the command line: here it has to be another one. */
const HERE: Readonly<Record<string, WordKey>> = {
  'imports.refusedUnknown': 'notebook.refused.unknown',
  'imports.refusedUnknownPlain': 'notebook.refused.plain',
  'imports.refusedSeveral': 'notebook.refused.several',
  'imports.refusedDateOrder': 'notebook.refused.dateOrder',
  'imports.refusedTwoCurrencies': 'notebook.refused.currencies',
  'imports.refusedLocked': 'notebook.refused.locked',
  'imports.refusedLockedZip': 'notebook.refused.locked',
  'imports.refusedMapOrders': 'weekly.ask.needed',
  'imports.refusedSealed': 'notebook.refused.sealed',
  'imports.refusedOtherCurrency': 'notebook.refused.otherCurrency',
};
/** Platforms whose export is named as an example. */
const EXAMPLES = ['taobao', 'pdd', 'shopify'];

interface RefusalsProps {
  readonly refused: readonly FileRefusal[];
  /** Null where nothing can be asked: the letter is finished. */
  readonly onAnswer: ((say: (asked: Asked) => Asked) => void) | null;
  readonly writer: Writer;
}

/** Files that could not be used: which one, where, what was found, what to do. */
export function Refusals({ refused, onAnswer, writer }: RefusalsProps) {
  if (refused.length === 0) return null;
  return (
    <section class="refusals" role="alert" aria-labelledby="refusals-title">
      <h2 id="refusals-title">{writer.t('notebook.refusals', { n: refused.length })}</h2>
      <ul>
        {refused.map((refusal) => (
          <li key={`${refusal.file}-${refusal.reason}`}>
            <b>{refusal.file}</b> {sentence(refusal, writer)}
            {onAnswer && <Ask refusal={refusal} onAnswer={onAnswer} writer={writer} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function sentence({ file, reason, params }: FileRefusal, writer: Writer): string {
  const key = HERE[reason] ?? reason;
  if (!isWordKey(key)) return reason;
  const paths = EXAMPLES.map(
    (platform) =>
      `${sayCode(writer, platform, 'records.platform')}${writer.t('notebook.colon')}${EXPORT_PATHS[platform]}`,
  ).join(writer.lang === 'en' ? '; ' : '；');
  return writer.t(key, { file, paths, ...params });
}
