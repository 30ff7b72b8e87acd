import type { Template } from '@shared/records/template';
import { matchKey } from '@shared/text/normalize';
import type { Reading, Readings } from './rank';

const CHINESE = /\p{Script=Han}/u;
/** The beginning of a text is what one remembers of it. */
const TEXT_READ = 60;

/** How the templates sound. The dictionary of sounds is large: it is fetched when there is Chinese to read. */
export async function readingsOf(
  templates: readonly Pick<Template, 'id' | 'title' | 'text'>[],
): Promise<ReadonlyMap<string, Readings>> {
  if (!templates.some(({ title, text }) => CHINESE.test(title + text))) return new Map();
  const { pinyin } = await import('pinyin-pro');
  const read = (text: string): Reading => {
    const plain = matchKey([...text].slice(0, TEXT_READ).join(''));
    const sounds = (pattern: 'pinyin' | 'first') =>
      pinyin(plain, { toneType: 'none', type: 'array', pattern }).join('').replaceAll('ü', 'v').toLowerCase();
    return { full: sounds('pinyin'), initials: sounds('first') };
  };
  return new Map(templates.map(({ id, title, text }) => [id, { title: read(title), text: read(text) }]));
}
