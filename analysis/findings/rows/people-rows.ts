import type { MeasureInput } from '../../measures/input';
import { type PeopleList, peopleIn } from '../lists/people';
import type { BehindRow } from './behind';
import type { Names } from './rows-behind';

/** Everybody of a list that the letter cuts to what is worked through in a week. */
export function peopleRows(list: PeopleList, input: MeasureInput, names: Names): readonly BehindRow[] {
  return peopleIn(list, input, names).map(({ buyer, name, known, day, what }) => ({
    buyer: known ? buyer : null,
    name,
    what,
    day,
    amount: null,
  }));
}
