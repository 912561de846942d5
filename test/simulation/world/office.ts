import type { Command } from '@huiyin/domain/commands.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { Random } from '@huiyin/simulator/random.ts'
import type { Fact } from '../reference/facts.ts'
import type { Town } from './town.ts'

export const PEOPLE: readonly Actor[] = ['李静', '王海', '陈晨', '赵敏', '周强', '吴芳'].map((name, i) => ({
  id: `p${i}`,
  name,
  role: 'operator'
}))
export const HEAD: Actor = { id: 'head', name: '孙主任', role: 'head' }
export const DEPARTMENTS = ['城乡建设', '公安', '教育', '交通'] as const
export const clerkOf = (department: string): Actor => ({
  id: `clerk-${department}`,
  name: `${department}值班员`,
  role: 'operator',
  department
})

type WithoutTime<F> = F extends Fact ? Omit<F, 'at'> : never

/** Somebody at work on a ticket. */
export interface Work {
  town: Town
  ticket: Ticket
  actor: Actor
  random: Random
  office: Office
}

/** What all people of the office share. */
export interface Office {
  town: Town
  /** A key that no act had before. */
  key: () => string
  /** Does it, and writes down what truly happened when it was allowed. */
  does: (ticket: string, command: Command, fact?: WithoutTime<Fact>) => Promise<Ticket | undefined>
  /** Text of a reply → whose it is. */
  replies: Map<string, { ticket: string; reply: string }>
  lookAt: (ticket: string) => void
  /** Answers a comment in the platform's own app. */
  answerOutside: (ticket: Ticket, native: string) => void
}

export const others = (actor: Actor): readonly Actor[] => PEOPLE.filter(({ id }) => id !== actor.id)
