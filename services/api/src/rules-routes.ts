import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { checkPolicy } from '@huiyin/domain/check-policy.ts'
import { LOOK_BACK, previewPolicy, workedExamples } from '@huiyin/domain/preview-policy.ts'
import { calendarAt, DEFAULT_RULES, policyAt } from '@huiyin/domain/rules.ts'
import {
  CalendarList,
  CalendarRow,
  PolicyList,
  PolicyPreview,
  PolicyRow,
  type WorkedExample
} from '@huiyin/schemas/api-rules.ts'
import { Calendar } from '@huiyin/schemas/calendar.ts'
import { Policy, type Rules } from '@huiyin/schemas/policy.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { actorOf } from './sign-in/guard.ts'

const tags = ['rules']
const LOOKED_AT = 5_000
const PAGE = 200
const BODY_LIMIT = 1024 * 1024

/** What is promised to whom, and by which calendars it is counted. A version is made once and never changes. */
export const rulesRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { rulebook, clock, tickets } = ports
  const fresh = async () => {
    await rulebook.refresh()
    return rulebook.keptRules()
  }

  app.get(
    '/policies',
    {
      config: { action: 'rules.read' },
      schema: { tags, summary: 'List policies, with examples', response: { 200: PolicyList, ...REFUSALS } }
    },
    async () => {
      const [rules, now] = [await fresh(), clock.now()]
      const rows = rules.policies.map(policy => policyRow(policy, rules, now)).toReversed()
      return { rows, examples: workedExamples(policyAt(rules, now), rules, now), now }
    }
  )

  app.post(
    '/policies/preview',
    {
      config: { action: 'rules.configure' },
      bodyLimit: BODY_LIMIT,
      schema: {
        tags,
        summary: 'What a policy would promise, and what it would have done to the tickets of the last 24 hours',
        body: Policy,
        response: { 200: PolicyPreview, ...REFUSALS }
      }
    },
    async ({ body }) => {
      const [rules, now] = [await fresh(), clock.now()]
      const problems = checkPolicy(body, rules.calendars)
      if (problems.some(({ refuses }) => refuses)) return { problems, examples: noExamples, complete: true, now }
      const { found, complete } = await since(tickets, now - LOOK_BACK)
      const effect = previewPolicy(found, body, rules, now)
      return { problems, examples: workedExamples(body, rules, now), effect, complete, now }
    }
  )

  app.post(
    '/policies',
    {
      config: { action: 'rules.configure' },
      bodyLimit: BODY_LIMIT,
      schema: {
        tags,
        summary: 'Save a new policy; refused with all that is wrong with it',
        body: Policy,
        response: { 200: PolicyRow, ...REFUSALS }
      }
    },
    async request => {
      const { body } = request
      await rulebook.by({ by: actorOf(request) }).savePolicy(body)
      return policyRow(body, rulebook.keptRules(), clock.now())
    }
  )

  app.get(
    '/calendars',
    {
      config: { action: 'rules.read' },
      schema: { tags, summary: 'List calendars', response: { 200: CalendarList, ...REFUSALS } }
    },
    async () => {
      const [rules, now] = [await fresh(), clock.now()]
      const rows = rules.calendars.map(calendar => calendarRow(calendar, rules, now)).toReversed()
      return { rows: rows.sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id))), now }
    }
  )

  app.post(
    '/calendars',
    {
      config: { action: 'rules.configure' },
      bodyLimit: BODY_LIMIT,
      schema: {
        tags,
        summary: 'Save a new version of a calendar; it may begin in the past, as notices of holidays do',
        body: Calendar,
        response: { 200: CalendarRow, ...REFUSALS }
      }
    },
    async request => {
      const { body } = request
      await rulebook.by({ by: actorOf(request) }).saveCalendar(body)
      return calendarRow(body, rulebook.keptRules(), clock.now())
    }
  )
}

const noExamples: WorkedExample[] = []

const policyRow = (policy: Policy, rules: Rules, now: number): PolicyRow => ({
  ...policy,
  inForce: policyAt(rules, now).version === policy.version,
  shipped: DEFAULT_RULES.policies.some(({ version }) => version === policy.version)
})

const calendarRow = (calendar: Calendar, rules: Rules, now: number): CalendarRow => ({
  ...calendar,
  inForce: calendarAt(rules, calendar.id, now).version === calendar.version,
  shipped: DEFAULT_RULES.calendars.some(({ id, version }) => id === calendar.id && version === calendar.version)
})

/** Tickets opened since an instant, the newest first. */
async function since({ search }: ApiPorts['tickets'], openedFrom: number) {
  const found: Ticket[] = []
  for (let after: string | undefined; ; ) {
    const page = await search({ sort: 'newest', openedFrom, atMost: PAGE, ...(after && { after }) })
    found.push(...page.rows)
    after = page.after
    if (after === undefined || found.length >= LOOKED_AT) return { found, complete: after === undefined }
  }
}
