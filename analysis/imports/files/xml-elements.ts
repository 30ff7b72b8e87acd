/** An element of a part of a workbook: the text of its start tag behind the name, and what is inside. */
export interface XmlElement {
  readonly attributes: string;
  readonly inside: string;
  /** Where it begins, and where what follows it begins. */
  readonly from: number;
  readonly to: number;
}

/**
 * The elements of a name, in order, with or without a prefix before it. A hostile part may begin an element a
 * million times and never end it: looking for the end happens once, and where there is none it is over. A pattern
 * with a lazy middle would look a million times.
 *
 * @example [...elements('<x:t a="1">b</x:t><t/>', 't')].map(({ inside }) => inside) // => ['b', '']
 * @example [...elements('<t><t><t>', 't')] // => []
 */
export function* elements(xml: string, name: string): Generator<XmlElement> {
  const start = new RegExp(`<((?:\\w+:)?)${name}(?![\\w.:-])([^<>]*)>`, 'g');
  for (let found = start.exec(xml); found !== null; found = start.exec(xml)) {
    const [, prefix = '', attributes = ''] = found;
    const from = found.index;
    const body = start.lastIndex;
    if (attributes.endsWith('/')) {
      yield { attributes: attributes.slice(0, -1), inside: '', from, to: body };
      continue;
    }
    const end = xml.indexOf(`</${prefix}${name}`, body);
    const to = end < 0 ? 0 : xml.indexOf('>', end) + 1;
    if (to === 0) return;
    yield { attributes, inside: xml.slice(body, end), from, to };
    start.lastIndex = to;
  }
}

/** What is inside the first element of a name; '' where there is none. */
export function inFirst(xml: string, name: string): string {
  return elements(xml, name).next().value?.inside ?? '';
}

/** The text without the elements of a name. */
export function withoutElements(xml: string, name: string): string {
  let left = '';
  let at = 0;
  for (const { from, to } of elements(xml, name)) {
    left += xml.slice(at, from);
    at = to;
  }
  return left + xml.slice(at);
}
