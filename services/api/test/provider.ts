import { once } from 'node:events'
import { createServer } from 'node:http'
import Provider from 'oidc-provider'
import type { Test } from 'tap'

export const CALLBACK = 'http://huiyin.test/api/oidc/callback'
export const CLIENT = { clientId: 'huiyin', clientSecret: 'a secret of the client' }

/** A real provider of OpenID Connect on a free port; whoever signs in there is known by the name that they type. */
export async function startProvider(t: Test) {
  const server = createServer((request, response) => handle(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const issuer = `http://127.0.0.1:${port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [CALLBACK],
        response_types: ['code'],
        grant_types: ['authorization_code']
      }
    ],
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    claims: { profile: ['name', 'preferred_username'] },
    cookies: { keys: ['only a test'] },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, name: `${id}同志`, preferred_username: id })
    })
  })
  const handle = provider.callback()
  t.teardown(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  return { issuer, settings: { issuer, ...CLIENT, name: '统一认证', create: false } }
}

type Jar = Map<string, string>

/** One step of a browser at the provider: no redirect is followed by itself. */
async function step(jar: Jar, url: string, form?: Record<string, string>): Promise<Response> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await fetch(url, {
    redirect: 'manual',
    headers: { cookie, ...(form && { 'content-type': 'application/x-www-form-urlencoded' }) },
    ...(form && { method: 'POST', body: new URLSearchParams(form) })
  })
  for (const one of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? []
    if (value === '') jar.delete(name)
    else jar.set(name, value)
  }
  return answer
}

/** Signs in at the provider as somebody, agrees to all; answers the path and query by which they come back. */
export async function signInThere(start: string, who: string): Promise<string> {
  const jar: Jar = new Map()
  let url = start
  let form: Record<string, string> | undefined
  for (let steps = 0; steps < 20; steps++) {
    if (url.startsWith(CALLBACK)) return url.slice(new URL(url).origin.length)
    const answer = await step(jar, url, form)
    form = undefined
    const to = answer.headers.get('location')
    if (to) {
      url = new URL(to, url).href
      continue
    }
    const page = await answer.text()
    const [, action = ''] = /<form[^>]*action="([^"]+)"/.exec(page) ?? []
    const [, prompt = ''] = /name="prompt" value="([^"]+)"/.exec(page) ?? []
    if (action === '') throw new Error(`the provider answers ${answer.status}: ${page.slice(0, 500)}`)
    url = new URL(action, url).href
    form = prompt === 'login' ? { prompt, login: who, password: 'x' } : { prompt }
  }
  throw new Error('the provider sends them round and round')
}
