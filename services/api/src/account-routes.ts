import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { accountId } from '@huiyin/domain/ids.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { type AccountKey, rowOf } from '@huiyin/ports/accounts.ts'
import type { Addresses } from '@huiyin/ports/addresses.ts'
import {
  AccountBody,
  AccountChangeBody,
  AccountCheck,
  AccountFieldList,
  AccountList,
  AccountRow
} from '@huiyin/schemas/api-accounts.ts'
import type { AccountState } from '@huiyin/schemas/stored-account.ts'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { accountRows, fieldList } from './account-view.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { checkAccountOf, checkOn } from './scope.ts'
import { actorOf } from './sign-in/guard.ts'
import { PUT_LIMIT, Seen, seenOf } from './tagged.ts'

const tags = ['accounts']
/** As text: an account of a platform that this version does not know is not found. */
export const ByAccount = Type.Object({
  platform: Type.String({ minLength: 1, maxLength: 50 }),
  id: Type.String({ minLength: 1, maxLength: 200 })
})

const STATES = { pause: 'paused', resume: 'active', retire: 'retired' } as const satisfies Record<string, AccountState>
const SUMMARIES = {
  pause: 'Read and send nothing for it until it is resumed',
  resume: 'Take it up again',
  retire: 'Use it no more; its tickets stay'
}

/** The office's accounts. Everybody who can sign in reads them, without their secrets; administrators change them. */
export const accountRoutes: FastifyPluginAsyncTypebox<ApiPorts & { demo: boolean }> = async (app, ports) => {
  const { book, platform, records, clock, addresses, demo } = ports
  app.addHook('preHandler', checkAccountOf)
  const fresh = () => records.refresh().then(book.refresh)
  const shown = async (key: AccountKey, request: FastifyRequest) => {
    const [row] = await accountRows(ports, [rowOf(book, key)], actorOf(request))
    return row!
  }

  app.get(
    '/accounts',
    {
      config: { action: 'account.read' },
      schema: {
        tags,
        summary: 'List the accounts and how they are collected',
        response: { 200: AccountList, ...REFUSALS }
      }
    },
    async request => {
      await fresh()
      const actor = actorOf(request)
      const seen = book.rows().filter(({ account }) => mayDo(actor, 'account.read', { account: accountId(account) }))
      return { rows: await accountRows(ports, seen, actor), now: clock.now() }
    }
  )

  app.get(
    '/account-fields',
    {
      config: { action: 'account.read' },
      schema: {
        tags,
        summary: 'What each platform needs of an account',
        response: { 200: AccountFieldList, ...REFUSALS }
      }
    },
    async () => fieldList()
  )

  app.post(
    '/accounts',
    {
      config: { action: 'account.configure' },
      schema: {
        tags,
        summary: 'Add an account; refused with all that is wrong with it',
        body: AccountBody,
        response: { 200: AccountRow, ...REFUSALS }
      }
    },
    async request => {
      checkOn(request, { account: accountId(request.body) })
      if (demo) throw onlyMadeUp()
      await checkAddresses(addresses, request.body)
      await fresh()
      const { since = clock.now(), ...account } = request.body
      await book.add({ ...account, since }, { by: actorOf(request) })
      return shown(account, request)
    }
  )

  app.put(
    '/accounts/:platform/:id',
    {
      config: { action: 'account.configure' },
      bodyLimit: PUT_LIMIT,
      schema: {
        tags,
        summary: 'Change an account; credentials that are absent stay as they are',
        params: ByAccount,
        headers: Seen,
        body: AccountChangeBody,
        response: { 200: AccountRow, ...REFUSALS }
      }
    },
    async request => {
      await fresh()
      const { account: before } = rowOf(book, request.params)
      const seen = seenOf(request.headers)
      if (seen === undefined) throw tagMissing()
      const { since = before.since, ...body } = request.body
      await checkAddresses(addresses, body)
      await book.change({ ...body, since, platform: before.platform, id: before.id }, seen, { by: actorOf(request) })
      return shown(before, request)
    }
  )

  app.post(
    '/accounts/:platform/:id/check',
    {
      config: { action: 'account.configure' },
      schema: {
        tags,
        summary: 'Sign in, read one page, and say what is missing',
        params: ByAccount,
        response: { 200: AccountCheck, ...REFUSALS }
      }
    },
    async ({ params }) => {
      await fresh()
      const { problem } = rowOf(book, params)
      const connected = platform({ platform: params.platform, account: params.id })
      const findings = connected
        ? await connected.check()
        : [{ what: 'sign-in', ok: false, message: problem ?? 'The account is retired, or cannot be connected' }]
      return { ok: findings.every(({ ok }) => ok), findings }
    }
  )

  for (const [name, state] of Object.entries(STATES) as [keyof typeof STATES, AccountState][]) {
    app.post(
      `/accounts/:platform/:id/${name}`,
      {
        config: { action: 'account.configure' },
        schema: { tags, summary: SUMMARIES[name], params: ByAccount, response: { 200: AccountRow, ...REFUSALS } }
      },
      async request => {
        await fresh()
        await book.setState(request.params, state, { by: actorOf(request) })
        return shown(request.params, request)
      }
    )
  }
}

/** Throws ADDRESS_FORBIDDEN that names the field. */
async function checkAddresses(addresses: Addresses, { api, options }: Pick<AccountBody, 'api' | 'options'>) {
  const entered = { 'body/api': api, 'body/options/partnerApi': options?.partnerApi }
  for (const [at, url] of Object.entries(entered)) {
    const isNone = url === undefined || !(URL.canParse(url) || /^https?:/i.test(url))
    if (isNone) continue // what is no address is told with all else that is wrong
    await addresses.check(url).catch(error => {
      throw Object.assign(error, { at })
    })
  }
}

const onlyMadeUp = () =>
  new HuiyinError(
    'NOT_ALLOWED',
    'This is the demonstration, where made-up citizens never mix with real ones; start Huiyin with HUIYIN_DEMO=off to add your own accounts'
  )

const tagMissing = () =>
  new HuiyinError('SEEN_MISSING', 'Name the tag that you saw in If-Match; the list of accounts gives it')
