import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { PackEntry } from '@huiyin/ports/archives.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import {
  ArchiveBody,
  ArchiveList,
  ArchiveProof,
  ArchiveView,
  DestructionBody,
  InspectionBody
} from '@huiyin/schemas/api-archives.ts'
import type { Pack } from '@huiyin/schemas/archive.ts'
import { Type } from 'typebox'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { actorOf, authorOf } from '../sign-in/guard.ts'
import { archivesOf } from './open.ts'
import { type ZipEntry, zipOf } from './zip.ts'

const tags = ['archives']
const OfArchive = Type.Object({ id: Type.String({ minLength: 1, maxLength: 500 }) })

export type ArchiveOptions = ApiPorts & { logger: Logger }

/** What is kept by year and never changes, and packs for inspections. They are made page by page, by whoever comes first. */
export const archiveRoutes: FastifyPluginAsyncTypebox<ArchiveOptions> = async (app, ports) => {
  const archives = archivesOf(ports)
  const { files, clock } = ports

  const viewOf = async (pack: Pack): Promise<ArchiveView> => {
    const { id, kind, title, from, to, year, accounts, state, askedAt, endedAt, done, parts, seal, failed } = pack
    const destroyableFrom = await archives.destroyableFrom(pack)
    return {
      ...{ id, kind, title, from, to, state, askedAt, done, by: who(pack.by) },
      rows: parts.reduce((sum, part) => sum + part.rows, 0),
      isOver: state === 'sealed' && destroyableFrom !== undefined && clock.now() >= destroyableFrom,
      ...(year !== undefined && { year }),
      ...(accounts && { accounts }),
      ...(endedAt !== undefined && { endedAt }),
      ...(seal && { seal }),
      ...(failed && { failed }),
      ...(destroyableFrom !== undefined && { destroyableFrom }),
      ...(pack.proposed && { proposed: { ...pack.proposed, by: who(pack.proposed.by) } }),
      ...(pack.destroyed && { destroyed: { ...pack.destroyed, by: who(pack.destroyed.by) } })
    }
  }

  app.get(
    '/archives',
    {
      config: { action: 'archive.read' },
      schema: {
        tags,
        summary: 'List the archives, how they stand and which terms are over',
        response: { 200: ArchiveList, ...REFUSALS }
      }
    },
    async () => ({ rows: await Promise.all((await archives.list()).map(viewOf)), now: clock.now() })
  )

  app.get(
    '/archives/:id',
    {
      config: { action: 'archive.read' },
      schema: {
        tags,
        summary: 'Say how an archive stands',
        params: OfArchive,
        response: { 200: ArchiveView, ...REFUSALS }
      }
    },
    async ({ params }) => viewOf(await archives.get(params.id))
  )

  app.post(
    '/archives',
    {
      config: { action: 'archive.make', costs: 'export' },
      schema: {
        tags,
        summary: 'Archive a year that is over; what is sealed never changes',
        body: ArchiveBody,
        response: { 200: ArchiveView, ...REFUSALS }
      }
    },
    async request => viewOf(await archives.seal(request.body, authorOf(request)))
  )

  app.post(
    '/archives/inspections',
    {
      config: { action: 'archive.make', costs: 'export' },
      schema: {
        tags,
        summary: 'Make the pack for an inspection of how the office answers',
        body: InspectionBody,
        response: { 200: ArchiveView, ...REFUSALS }
      }
    },
    async request => viewOf(await archives.inspect(request.body, authorOf(request)))
  )

  app.get(
    '/archives/:id/proof',
    {
      config: { action: 'archive.read', costs: 'export' },
      schema: {
        tags,
        summary: 'Prove that an archive is whole and as it was sealed',
        params: OfArchive,
        response: { 200: ArchiveProof, ...REFUSALS }
      }
    },
    async ({ params }) => {
      const wrong = await archives.verify(await archives.get(params.id))
      return { ok: wrong.length === 0, wrong }
    }
  )

  app.get(
    '/archives/:id/folder.zip',
    {
      config: { action: 'archive.make', costs: 'export' },
      schema: {
        tags,
        summary: 'Take an archive out of the house, as a folder that opens without it',
        params: OfArchive,
        response: {
          200: {
            description: 'A ZIP of the folder',
            content: { 'application/zip': { schema: Type.Unsafe<Readable>(Type.String()) } }
          },
          ...REFUSALS
        }
      }
    },
    async (request, reply) => {
      const pack = await archives.get(request.params.id)
      const entries = await archives.entries(pack)
      await archives.exporting(pack, authorOf(request))
      reply.header('content-type', 'application/zip')
      reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${pack.title}.zip`)}`)
      return reply.send(Readable.from(zipOf(entries.map(inZip)), { objectMode: false }))
    }
  )

  app.post(
    '/archives/:id/destruction',
    {
      config: { action: 'archive.destroy' },
      schema: {
        tags,
        summary: 'Propose that an archive whose term is over be destroyed',
        params: OfArchive,
        body: DestructionBody,
        response: { 200: ArchiveView, ...REFUSALS }
      }
    },
    async request => viewOf(await archives.propose(request.params.id, actorOf(request), request.body.why))
  )

  app.post(
    '/archives/:id/destruction/decide',
    {
      config: { action: 'archive.destroy' },
      schema: {
        tags,
        summary: 'Destroy an archive that another person has proposed; its seal stays',
        params: OfArchive,
        response: { 200: ArchiveView, ...REFUSALS }
      }
    },
    async request => viewOf(await archives.destroy(request.params.id, actorOf(request)))
  )

  const inZip = (entry: PackEntry): ZipEntry => ({
    path: entry.path,
    bytes: entry.bytes,
    content: async () => ('text' in entry ? [Buffer.from(entry.text)] : (await files.open(entry.sha256)).content)
  })
}

const who = ({ id, name }: Actor) => ({ id, name })
