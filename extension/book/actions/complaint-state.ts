import type { Complaint } from '@shared/records/complaint';
import { type Refusal, refuse } from '../ack';
import type { FieldsOf } from '../changes';

/** The fields of a first answer; a later one changes nothing. */
export function answered(
  { state, firstAnswerAt }: Complaint,
  at: string,
): Pick<FieldsOf<'complaints'>, 'state' | 'firstAnswerAt'> {
  return { state: state === 'open' ? 'acknowledged' : state, firstAnswerAt: firstAnswerAt ?? at };
}

/** What only a complaint that is not closed can take. */
export function unclosed<T extends object>(complaint: Complaint, fields: T): T | Refusal {
  return complaint.state === 'closed' ? refuse('invalid', 'the complaint is already closed') : fields;
}
