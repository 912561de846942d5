import * as api from '@huiyin/schemas/api.ts'
import * as accounts from '@huiyin/schemas/api-accounts.ts'
import * as acts from '@huiyin/schemas/api-acts.ts'
import * as apiAppraisal from '@huiyin/schemas/api-appraisal.ts'
import * as archives from '@huiyin/schemas/api-archives.ts'
import * as backfill from '@huiyin/schemas/api-backfill.ts'
import * as boards from '@huiyin/schemas/api-boards.ts'
import * as comments from '@huiyin/schemas/api-comments.ts'
import * as desks from '@huiyin/schemas/api-desks.ts'
import * as house from '@huiyin/schemas/api-house.ts'
import * as incidents from '@huiyin/schemas/api-incidents.ts'
import * as intake from '@huiyin/schemas/api-intake.ts'
import * as jobs from '@huiyin/schemas/api-jobs.ts'
import * as letters from '@huiyin/schemas/api-letters.ts'
import * as proposals from '@huiyin/schemas/api-proposals.ts'
import * as apiRegister from '@huiyin/schemas/api-register.ts'
import * as apiReports from '@huiyin/schemas/api-reports.ts'
import * as rules from '@huiyin/schemas/api-rules.ts'
import * as search from '@huiyin/schemas/api-search.ts'
import * as searches from '@huiyin/schemas/api-searches.ts'
import * as settings from '@huiyin/schemas/api-settings.ts'
import * as apiStatus from '@huiyin/schemas/api-status.ts'
import * as templates from '@huiyin/schemas/api-templates.ts'
import * as trailApi from '@huiyin/schemas/api-trail.ts'
import * as appraisal from '@huiyin/schemas/appraisal.ts'
import * as bulk from '@huiyin/schemas/bulk.ts'
import * as calendar from '@huiyin/schemas/calendar.ts'
import * as events from '@huiyin/schemas/event.ts'
import * as instruction from '@huiyin/schemas/instruction.ts'
import * as ladder from '@huiyin/schemas/ladder.ts'
import * as names from '@huiyin/schemas/names.ts'
import * as policy from '@huiyin/schemas/policy.ts'
import * as rating from '@huiyin/schemas/rating.ts'
import * as register from '@huiyin/schemas/register.ts'
import * as retention from '@huiyin/schemas/retention.ts'
import * as role from '@huiyin/schemas/role.ts'
import * as shareRules from '@huiyin/schemas/share-rule.ts'
import * as ticket from '@huiyin/schemas/ticket.ts'
import * as token from '@huiyin/schemas/token.ts'
import * as user from '@huiyin/schemas/user.ts'
import * as webhooks from '@huiyin/schemas/webhook.ts'
import * as jobBodies from './jobs/job-body.ts'
import * as savedViews from './saved-views/view-body.ts'

const MODULES = [
  apiStatus,
  desks,
  proposals,
  apiReports,
  incidents,
  bulk,
  jobs,
  apiRegister,
  apiAppraisal,
  register,
  appraisal,
  rating,
  jobBodies,
  savedViews,
  boards,
  searches,
  api,
  acts,
  comments,
  house,
  accounts,
  backfill,
  intake,
  rules,
  search,
  settings,
  letters,
  archives,
  retention,
  templates,
  trailApi,
  shareRules,
  webhooks,
  user,
  token,
  ticket,
  calendar,
  policy,
  instruction,
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
