import type { TellingPorts } from '@huiyin/ports/register/letters.ts'
import type { ApiPorts } from '../ports.ts'

/** What telling those whom the register is about asks of the api. */
export const tellingPorts = ({ records, clock, rulebook, book }: ApiPorts): TellingPorts => ({
  ...{ records, clock, people: rulebook.people },
  accounts: () => book.rows().map(({ account }) => account)
})
