import { HuiyinError } from '@huiyin/domain/errors.ts'
import { idOf } from '@huiyin/domain/ids.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { stateOf } from '@huiyin/domain/sign-in/user.ts'
import { handedOver } from '@huiyin/domain/work/commands.ts'
import { act, type Desk } from '@huiyin/ports/act.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { StoredUser } from '@huiyin/schemas/user.ts'
import { DESK } from './run.ts'

const AT_MOST = 200

type LeftPorts = { records: Records; desk: Desk; logger: Logger }

/**
 * Gives back to everybody what is open and in hand of somebody who has left, or works on no tickets any more: a case of
 * theirs was reopened, they were given it while they left, or handing it over was cut short. Answers how many; one that
 * the store will not take is said in the log, and holds up no other.
 */
export async function giveBack({ records, desk, logger }: LeftPorts): Promise<number> {
  const status = ['open', 'handling'] as const
  const holders = Object.keys(await desk.tickets.count('assigned', { status }))
  if (holders.length === 0) return 0
  const found = await records.getMany<StoredUser>(
    'person',
    holders.map(id => idOf(id))
  )
  const gone = holders.filter((_, i) => found[i] && isGone(found[i].document.value))
  if (gone.length === 0) return 0
  const { rows } = await desk.tickets.search({ status, assigned: gone, sort: 'due', atMost: AT_MOST })
  let given = 0
  for (const { id, assigned } of rows) if (assigned && (await giveOne({ desk, logger }, id, assigned.to.id))) given += 1
  return given
}

/** Who was moved to other work has left as well, as far as tickets go. */
const isGone = (user: StoredUser) => stateOf(user) === 'left' || !mayDo(user.actor, 'ticket.assign')

async function giveOne({ desk, logger }: Pick<LeftPorts, 'desk' | 'logger'>, id: string, from: string) {
  try {
    await act(desk, id, handedOver({ actor: DESK, from }))
    return true
  } catch (error) {
    if (!(error instanceof HuiyinError) || error.code !== 'STORE_REFUSED') throw error
    logger.error({ code: error.code }, 'a ticket could not be given back')
    return false
  }
}
