import { runningClocks } from '@huiyin/domain/clocks/running.ts'
import { Problem } from '@huiyin/schemas/api.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import { LIMITS, Ticket } from '@huiyin/schemas/ticket.ts'
import { Compile } from 'typebox/compile'
import { CODES } from '../../src/problem.ts'

const problem = Compile(Problem)
const ticketSchema = Compile(Ticket)

type Answer = { statusCode: number; headers: Record<string, unknown>; body: string }

/** What is wrong with an answer, whatever was asked. */
export function wrongIn({ statusCode, headers, body }: Answer): string[] {
  if (statusCode < 400) return []
  if (statusCode >= 500 && statusCode !== 503) return [`it failed: ${statusCode} ${body.slice(0, 300)}`]
  const said: unknown = /^application\/problem\+json/.test(String(headers['content-type']))
    ? JSON.parse(body)
    : undefined
  if (!problem.Check(said)) return [`it is no problem document: ${statusCode} ${body.slice(0, 300)}`]
  return [
    ...(said.status === statusCode ? [] : [`it says ${said.status} and is ${statusCode}`]),
    ...(CODES.has(said.code) ? [] : [`nobody knows the code ${said.code}`]),
    ...(said.detail.length > 10 ? [] : [`it says too little: "${said.detail}"`]),
    ...(said.detail.length < 2_000 ? [] : [`it says ${said.detail.length} characters`]),
    ...(said.detail.isWellFormed() ? [] : ['what it says is cut within a character'])
  ]
}

/** What is wrong with a ticket, whatever was done to it. */
export function wrongWith(ticket: Ticket): string[] {
  const [error] = ticketSchema.Check(ticket) ? [] : ticketSchema.Errors(ticket)
  const running = runningClocks(ticket)
  const atMostOne = (...kinds: string[]) => {
    const found = running.filter(({ kind }) => kinds.includes(kind)).length
    return found > 1 ? [`${found} clocks run of ${kinds.join(' and ')}`] : []
  }
  const over = ['answered', 'dismissed', 'merged'].includes(ticket.status)
  return [
    ...(error ? [`its schema refuses ${error.instancePath}: ${error.message}`] : []),
    ...atMostOne('first', 'next'),
    ...atMostOne('close'),
    ...atMostOne('leg'),
    ...(over && running.length > 0 ? [`it is ${ticket.status} and ${running.map(({ kind }) => kind)} runs`] : []),
    ...(ticket.owed.length > LIMITS.owed ? ['too much is owed'] : []),
    ...(ticket.lastTurn > ticket.n ? ['its last turn has not happened'] : []),
    ...(/\\ud[89a-f]|\\u0000/.test(JSON.stringify(ticket)) ? ['half a character or NUL stands in it'] : [])
  ]
}

/** What is missing between the events of a ticket, those that it still carries among them. */
export function gapsIn(ticket: Ticket, events: readonly HouseEvent[]): string[] {
  const told = events.filter(event => event.ticket === ticket.id)
  const numbers = new Set([...told, ...ticket.unpublished].map(({ n }) => n))
  const missing = Array.from({ length: ticket.n }, (_, i) => i + 1).filter(n => !numbers.has(n))
  return missing.length > 0 ? [`events ${missing.join(', ')} of ${ticket.n} were never told`] : []
}
