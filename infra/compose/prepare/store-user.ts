import { readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { text } from 'node:stream/consumers'

/*
 * Runs to its end once Elasticsearch is there: makes the role and the user that Huiyin signs in as, which may do what
 * Huiyin does with its own indices, and no more. Twice is once.
 */
export const roleOf = (prefix: string) => ({
  cluster: ['monitor', 'manage_index_templates'],
  indices: [{ names: [`${prefix}-*`], privileges: ['all'] }]
})

async function ask(url: URL, { ca, password }: { ca: string; password: string }, body: object): Promise<void> {
  const headers = {
    authorization: `Basic ${Buffer.from(`elastic:${password}`).toString('base64')}`,
    'content-type': 'application/json'
  }
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request(url, { method: 'PUT', ca, headers }, resolve).on('error', reject).end(JSON.stringify(body))
  })
  const said = await text(answer)
  if (answer.statusCode !== 200) throw new Error(`${url.pathname}: expected 200, got ${answer.statusCode}: ${said}`)
}

export interface StoreUser {
  /** https: URL of Elasticsearch. */
  store: string
  prefix: string
  ca: string
  /** Password of the user `elastic`. */
  elastic: string
  /** Password that `huiyin` gets. */
  password: string
}

/** Makes the role `huiyin` and a user of that name. */
export async function makeStoreUser({ store, prefix, ca, elastic, password }: StoreUser): Promise<void> {
  const proof = { ca, password: elastic }
  await ask(new URL('/_security/role/huiyin', store), proof, roleOf(prefix))
  await ask(new URL('/_security/user/huiyin', store), proof, { password, roles: ['huiyin'] })
}

if (import.meta.main) {
  const { HUIYIN_STORE: store = '', HUIYIN_PREFIX: prefix = 'huiyin' } = process.env
  const given = (name: string) => readFileSync(`/run/huiyin/${name}`, 'utf8').trim()
  const passwords = { elastic: given('elastic-password'), password: given('store-password') }
  await makeStoreUser({ store, prefix, ca: given('ca.pem'), ...passwords })
}
