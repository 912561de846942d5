import { ApiProblem, api, told } from '../data/http.ts'
import { t } from '../language.ts'

/** Numbers and addresses of tickets, as people copy them, one behind the other. */
const namesOf = (text: string) => text.split(/[\s,，、;；]+/).filter(name => name !== '')

/** The ids of tickets by their numbers or addresses. Throws ApiProblem for one that is none. */
export const ticketsNamed = (text: string): Promise<string[]> => Promise.all(namesOf(text).map(idOf))

async function idOf(name: string): Promise<string> {
  const inAddress = /[?&]ticket=([^&#]+)/.exec(name)?.[1]
  if (inAddress !== undefined) return decodeURIComponent(inAddress.replace(/\+/g, ' '))
  const number = name.toUpperCase()
  const { rows } = await told(api.GET('/api/tickets', { params: { query: { q: number, atMost: 10 } } }))
  const found = rows.find(row => row.number === number)
  if (!found) throw new ApiProblem('TICKET_NUMBER', 404, t('register.no-ticket', { number: name }))
  return found.id
}
