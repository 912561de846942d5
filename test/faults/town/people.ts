import { setTimeout as sleep } from 'node:timers/promises'
import type { House } from '@huiyin/adapters/house.ts'
import { hashPassword } from '@huiyin/api/sign-in/password.ts'
import { idOf } from '@huiyin/domain/ids.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'

export const LI: Actor = { id: 'li', name: '李静', role: 'operator' }
export const WANG: Actor = { id: 'wang', name: '王敏', role: 'operator' }
export const ZHAO: Actor = { id: 'zhao', name: '赵宏', role: 'head' }
const PASSWORD = 'horse-battery-staple-91'
const PATIENCE = 10_000
const AGAIN = 500

/** Those who work here can sign in. */
export async function hire({ store: { records } }: House): Promise<void> {
  const password = await hashPassword(PASSWORD)
  for (const actor of [LI, WANG, ZHAO])
    await records.create('person', { id: idOf(actor.id), value: { actor, password } })
  await records.refresh()
}

type Json = ReturnType<typeof JSON.parse>
export type Said = { status: number; body: Json }

/** A request of a person; `headers` and body are the same in every try. */
export type Person = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Said>

/**
 * A person at a page that asks again, here or at the other address, until somebody answers what they asked: nobody
 * there, an answer that broke off and 5xx say nothing about what was done. Signs in again when that is asked for.
 */
export function personOf(actor: Actor, urls: readonly string[], signal: AbortSignal): Person {
  let at = 0
  let cookie = ''

  async function once(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Said> {
    const url = urls[at]!
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        origin: url,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(cookie && { cookie }),
        ...headers
      },
      signal: AbortSignal.timeout(PATIENCE),
      ...(body !== undefined && { body: JSON.stringify(body) })
    })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : undefined }
  }

  async function insist(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Said> {
    while (true) {
      signal.throwIfAborted()
      try {
        const said = await once(method, path, body, headers)
        if (said.status < 500 && said.status !== 429) return said
      } catch (error) {
        if (error instanceof SyntaxError) throw error
      }
      at = (at + 1) % urls.length
      await sleep(AGAIN)
    }
  }

  return async (method, path, body, headers = {}) => {
    while (true) {
      const said = await insist(method, path, body, headers)
      if (said.status !== 401) return said
      const { status } = await insist('POST', '/session', { name: actor.id, password: PASSWORD }, {})
      if (status >= 400) throw new Error(`${actor.id} cannot sign in: ${status}`)
    }
  }
}
