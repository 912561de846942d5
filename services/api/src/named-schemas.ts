import * as api from '@huiyin/schemas/api.ts'
import * as accounts from '@huiyin/schemas/api-accounts.ts'
import * as acts from '@huiyin/schemas/api-acts.ts'
import * as backfill from '@huiyin/schemas/api-backfill.ts'
import * as comments from '@huiyin/schemas/api-comments.ts'
import * as house from '@huiyin/schemas/api-house.ts'
import * as intake from '@huiyin/schemas/api-intake.ts'
import * as jobs from '@huiyin/schemas/api-jobs.ts'
import * as rules from '@huiyin/schemas/api-rules.ts'
import * as settings from '@huiyin/schemas/api-settings.ts'
import * as templates from '@huiyin/schemas/api-templates.ts'
import * as trailApi from '@huiyin/schemas/api-trail.ts'
import * as bulk from '@huiyin/schemas/bulk.ts'
import * as calendar from '@huiyin/schemas/calendar.ts'
import * as events from '@huiyin/schemas/event.ts'
import * as ladder from '@huiyin/schemas/ladder.ts'
import * as names from '@huiyin/schemas/names.ts'
import * as policy from '@huiyin/schemas/policy.ts'
import * as role from '@huiyin/schemas/role.ts'
import * as shareRules from '@huiyin/schemas/share-rule.ts'
import * as ticket from '@huiyin/schemas/ticket.ts'
import * as token from '@huiyin/schemas/token.ts'
import * as user from '@huiyin/schemas/user.ts'
import * as webhooks from '@huiyin/schemas/webhook.ts'
import * as jobBodies from './jobs/job-body.ts'
import * as savedViews from './saved-views/view-body.ts'

const MODULES = [
  bulk,
  jobs,
  jobBodies,
  savedViews,
  api,
  acts,
  comments,
  house,
  accounts,
  backfill,
  intake,
  rules,
  settings,
  templates,
  trailApi,
  shareRules,
  webhooks,
  user,
  token,
  ticket,
  calendar,
  policy,
  ladder,
  events,
  role,
  names
]

const SMALLEST = 2 // a single plain type needs no name

const isNamed = ([name, schema]: [string, unknown]) =>
  /^[A-Z]/.test(name) &&
  typeof schema === 'object' &&
  schema !== null &&
  ('properties' in schema || ('anyOf' in schema && (schema.anyOf as unknown[]).length >= SMALLEST))

/** What crosses the api's door, by its name in the house. */
export const NAMED_SCHEMAS: Readonly<Record<string, object>> = Object.fromEntries(
  MODULES.flatMap(module => Object.entries(module as Record<string, unknown>))
    .filter(isNamed)
    .toReversed() as [string, object][]
)
