import {
  bounceDispatch,
  dispatch,
  returnDispatch,
  ruleDispatch,
  signDispatch,
  transfer,
  withdrawDispatch
} from '@huiyin/domain/cases/commands.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { pick, type Random } from '@huiyin/simulator/random.ts'
import { HOUR, MINUTE } from '../reference/minutes.ts'
import { clerkOf, DEPARTMENTS, HEAD, type Office, type Work } from './office.ts'
import { lasting, officeTimeLater, whenOfficeOpens } from './rhythm.ts'
import type { Doing } from './town.ts'

const SHARES = { late: 0.12, unsigned: 0.05, bounces: 0.08, ruled: 0.4, withdrawn: 0.04, handedOver: 0.04 } as const

export const activeOf = ({ dispatches }: Ticket) =>
  dispatches.find(({ state }) => state === 'dispatched' || state === 'signed')

/** Asks a department to act, or asks for a ruling where one sent it back. */
export async function sendOut({ ticket, actor, random, office, town }: Work): Promise<void> {
  const { id, lastTurn: seen, cycles } = ticket
  const department = pick(random, DEPARTMENTS)
  const bounced = ticket.dispatches.some(({ state, cycle }) => state === 'bounced' && cycle === cycles.at(-1)!.n)
  const key = office.key()
  const command =
    bounced && random() < SHARES.ruled
      ? ruleDispatch({ actor: HEAD, id: key, department, grounds: '职责清单' })
      : dispatch({ actor, id: key, seen, department, request: '请核实处理' })
  const after = await office.does(id, command, { kind: 'dispatched', dispatch: key })
  const active = after && activeOf(after)
  if (active) town.begin(departmentActs(office, id, active.id, random))
}

/** Takes it away from a department, or gives it to another. */
export async function takeAway({ ticket, actor, random, office, town }: Work): Promise<void> {
  const active = activeOf(ticket)
  if (!active) return
  const { id } = ticket
  const key = office.key()
  if (random() < SHARES.withdrawn / (SHARES.withdrawn + SHARES.handedOver)) {
    const command = withdrawDispatch({ actor, id: key, dispatch: active.id, reason: '不再需要' })
    await office.does(id, command, { kind: 'withdrawn', dispatch: active.id })
    return
  }
  const department = pick(
    random,
    DEPARTMENTS.filter(name => name !== active.department)
  )
  const after = await office.does(id, transfer({ actor, id: key, department, reason: '职责' }), {
    kind: 'handed-over',
    dispatch: active.id
  })
  const next = after && activeOf(after)
  if (next) town.begin(departmentActs(office, id, next.id, random))
}

export const takesAway = (random: Random) => random() < (SHARES.withdrawn + SHARES.handedOver) / 3

/** A department's clerk: signs, sends back or returns a result, now and then too late. */
async function* departmentActs(office: Office, id: string, which: string, random: Random): Doing {
  const { town } = office
  const late = () => random() < SHARES.late
  const find = async () => {
    const ticket = await town.ticket(id)
    return ticket?.dispatches.find(one => one.id === which && (one.state === 'dispatched' || one.state === 'signed'))
  }
  const opens = whenOfficeOpens(random, town.now())
  yield officeTimeLater(opens, late() ? lasting(random, 2 * HOUR, 9 * HOUR) : lasting(random, 4 * MINUTE, 110 * MINUTE))
  const first = await find()
  if (!first) return
  const actor = clerkOf(first.department)
  const of = () => ({ actor, id: office.key(), dispatch: which })
  if (random() >= SHARES.unsigned) await office.does(id, signDispatch(of()), { kind: 'signed', dispatch: which })
  if (random() < SHARES.bounces) {
    yield town.now() + lasting(random, 10 * MINUTE, 26 * HOUR)
    const proposes = pick(
      random,
      DEPARTMENTS.filter(name => name !== first.department)
    )
    const fact = { kind: 'bounced', dispatch: which } as const
    if (await office.does(id, bounceDispatch({ ...of(), grounds: '不属本部门职责', proposes }), fact)) return
  }
  yield officeTimeLater(town.now(), late() ? lasting(random, 20 * HOUR, 40 * HOUR) : lasting(random, HOUR, 20 * HOUR))
  if (!(await find())) return
  await office.does(id, returnDispatch({ ...of(), text: '已处理' }), { kind: 'returned', dispatch: which })
  office.lookAt(id)
}
