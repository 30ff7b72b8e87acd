import type { AnyKey } from '@extension/ui/more';

const WORDS: Readonly<Record<string, AnyKey>> = {
  name: 'panel.profile.name',
  grade: 'panel.profile.grade',
  source: 'panel.profile.source',
  attitude: 'panel.profile.attitude',
  phone: 'panel.profile.phone',
  address: 'panel.profile.address',
  caution: 'panel.profile.caution',
  area: 'people.profile.area',
  cautionEvidence: 'people.profile.evidence',
  mayBeMentioned: 'people.profile.mentioned',
  mayBeWritten: 'people.profile.written',
  moves: 'people.profile.moves',
  tags: 'people.list.lists',
  facts: 'people.list.lists',
  custom: 'people.list.lists',
  since: 'people.field.since',
};

/**
 * The word a field of the profile goes by; lists go by one word together.
 *
 * @example fieldWord('area') // => 'people.profile.area'
 */
export function fieldWord(field: string): AnyKey {
  return WORDS[field] ?? 'panel.region.profile';
}
