import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import {
  ImportReport,
  RestoreBody,
  RevisionList,
  RevisionView,
  SettingLast,
  SettingList,
  SettingOverview
} from '@huiyin/schemas/api-settings.ts'
import { SettingName } from '@huiyin/schemas/setting.ts'
import { Type } from 'typebox'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { actorOf } from '../sign-in/guard.ts'
import { Seen, seenOf } from '../tagged.ts'
import { settingsDesk } from './desk.ts'

const tags = ['settings']
/** In bytes: of a file of settings. */
const FILE_LIMIT = 1024 * 1024
const YAML = ['text/yaml', 'application/yaml']

const OfName = Type.Object({ what: SettingName })
const OfSetting = Type.Object({ what: SettingName, id: Type.String({ minLength: 1, maxLength: 500 }) })
const OfRevision = Type.Object({ ...OfSetting.properties, n: Type.Integer({ minimum: 1, maximum: 99_999_999 }) })
const HistoryQuery = Type.Object(
  { before: Type.Optional(Type.Integer({ minimum: 1, description: '`before` of the page before' })) },
  { additionalProperties: false }
)
const ExportQuery = Type.Object(
  { what: Type.Optional(Type.Array(SettingName, { minItems: 1, maxItems: 20 })) },
  { additionalProperties: false }
)
const ImportQuery = Type.Object(
  {
    dryRun: Type.Optional(Type.Boolean({ description: 'Say what would become of it, and change nothing' })),
    digest: Type.Optional(Type.String({ minLength: 1, maxLength: 40, description: 'Of the dry run before' }))
  },
  { additionalProperties: false }
)

/** What was changed when and by whom, made to count again, taken out as a file and taken in. */
export const settingsRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const desk = settingsDesk(ports)
  app.addContentTypeParser(YAML, { parseAs: 'string', bodyLimit: FILE_LIMIT }, async (_: unknown, body: string) => body)

  app.get(
    '/settings',
    {
      config: { action: 'settings.read' },
      schema: { tags, summary: 'Say who changed which settings last', response: { 200: SettingOverview, ...REFUSALS } }
    },
    () => desk.overview()
  )

  app.get(
    '/settings/:what',
    {
      config: { action: 'settings.read' },
      schema: {
        tags,
        summary: 'List the settings of a kind with their last change',
        params: OfName,
        response: { 200: SettingList, ...REFUSALS }
      }
    },
    ({ params }) => desk.list(params.what)
  )

  app.get(
    '/settings/:what/:id/revisions',
    {
      config: { action: 'settings.read' },
      schema: {
        tags,
        summary: 'Say who changed a setting when, and what became other',
        params: OfSetting,
        querystring: HistoryQuery,
        response: { 200: RevisionList, ...REFUSALS }
      }
    },
    request => desk.history(request.params, actorOf(request), request.query.before)
  )

  app.get(
    '/settings/:what/:id/revisions/:n',
    {
      config: { action: 'settings.read' },
      schema: {
        tags,
        summary: 'Read a setting as it was',
        params: OfRevision,
        response: { 200: RevisionView, ...REFUSALS }
      }
    },
    request => desk.revision(request.params, request.params.n, actorOf(request))
  )

  app.post(
    '/settings/:what/:id/restore',
    {
      config: { action: 'settings.configure' },
      schema: {
        tags,
        summary: 'Make a setting count again as it was; refused with all that is wrong with it',
        params: OfSetting,
        headers: Seen,
        body: RestoreBody,
        response: { 200: SettingLast, ...REFUSALS }
      }
    },
    request => desk.restore(request.params, request.body.n, { by: actorOf(request), seen: seenOf(request.headers) })
  )

  app.get(
    '/settings/export.yaml',
    {
      config: { action: 'settings.configure', costs: 'export' },
      schema: {
        tags,
        summary: 'Take out what the house keeps of its settings; secrets stay',
        querystring: ExportQuery,
        produces: ['text/yaml'],
        response: { 200: Type.String(), ...REFUSALS }
      }
    },
    async (request, reply) => {
      const text = await desk.export(actorOf(request), request.query.what)
      reply.header('content-disposition', 'attachment; filename="huiyin-settings.yaml"')
      return reply.type('text/yaml; charset=utf-8').send(text)
    }
  )

  app.post(
    '/settings/import',
    {
      config: { action: 'settings.configure' },
      bodyLimit: FILE_LIMIT,
      schema: {
        tags,
        summary: 'Take settings from a file, after a dry run',
        consumes: ['text/yaml'],
        querystring: ImportQuery,
        body: Type.String({ minLength: 1, maxLength: FILE_LIMIT }),
        response: { 200: ImportReport, ...REFUSALS }
      }
    },
    async request => {
      const { dryRun = false, digest } = request.query
      if (!dryRun && digest === undefined) throw dryRunFirst()
      return desk.import(request.body, { by: actorOf(request), ...(!dryRun && { digest }) })
    }
  )
}

const dryRunFirst = () =>
  new HuiyinError('SEEN_MISSING', 'Ask with dryRun=true first, look at the report, and name its digest')
