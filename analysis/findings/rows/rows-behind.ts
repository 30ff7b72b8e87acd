import type { MeasureInput } from '../../measures/input';
import { answerRows } from './answer-rows';
import { type Behind, type BehindRow, type BehindRows, partsOf, shownRows } from './behind';
import { bookRows } from './book-rows';
import { buyerRows } from './buyer-rows';
import { orderRows } from './order-rows';
import { peopleRows } from './people-rows';

export type Names = ReadonlyMap<string, string>;

/** The rows that one number counts, by the same rules as the number. */
export function rowsBehind(of: Behind, input: MeasureInput, names: Names): BehindRows {
  return shownRows(found(of, input, names));
}

function found(of: Behind, input: MeasureInput, names: Names): readonly BehindRow[] {
  const { set, mark } = partsOf(of);
  switch (set) {
    case 'buyers':
    case 'repeatBuyers':
    case 'onceBuyers':
    case 'dayRepeaters':
    case 'eligible':
    case 'within':
    case 'cohort':
    case 'weekNew':
    case 'weekReturned':
    case 'outcomeBuyers':
    case 'outcomeRepeat':
    case 'giftBuyers':
    case 'giftReturned':
      return buyerRows(set, mark, input, names);
    case 'orders':
    case 'knownOrders':
    case 'weekOrders':
      return orderRows(set, mark, input, names);
    case 'nearlyLost':
    case 'graduated':
    case 'birthdays':
    case 'runOuts':
      return peopleRows(set, input, names);
    case 'asked':
    case 'answers':
    case 'responses':
      return answerRows(set, mark, input, names);
    default:
      return input.book === null ? [] : bookRows(set, mark, input.book, input.view, names);
  }
}
