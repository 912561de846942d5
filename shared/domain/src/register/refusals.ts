import type { RegisterEntry } from '@huiyin/schemas/register.ts'
import { HuiyinError } from '../errors.ts'

export const entryNotFound = (id: string) =>
  new HuiyinError('ENTRY_NOT_FOUND', `There is no entry "${id}" in the register; list the register again`)

const STATES: Record<RegisterEntry['state'], string> = {
  proposed: 'proposed and not decided yet',
  decided: 'decided',
  appealed: 'appealed against and not answered yet',
  upheld: 'upheld after an appeal',
  changed: 'changed after an appeal',
  withdrawn: 'withdrawn'
}

/** `what` cannot be done as it stands. */
export const entryState = ({ id, state }: Pick<RegisterEntry, 'id' | 'state'>, what: string) =>
  new HuiyinError('ENTRY_STATE', `Entry "${id}" is ${STATES[state]}; it cannot be ${what}`)

export const secondPerson = (what: string, who: string) =>
  new HuiyinError('SECOND_PERSON_NEEDED', `${what} needs another person than ${who}`)

export const outsiderNeeded = () =>
  new HuiyinError('OUTSIDER_NEEDED', 'Nobody decides what is about themselves; ask somebody else')

/** `until` is UTC in ms. */
export const appealTooLate = (until: number) =>
  new HuiyinError('TOO_LATE', `One could appeal until ${new Date(until).toISOString()}`)

export const entryInvalid = (message: string) => new HuiyinError('INVALID_REQUEST', message)
