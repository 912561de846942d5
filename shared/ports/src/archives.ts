import { text } from 'node:stream/consumers'
import {
  AMENDMENTS,
  amendmentsText,
  filesNow,
  MANIFEST,
  type Manifest,
  SUMS,
  sumsText
} from '@huiyin/domain/archives/manifest.ts'
import { archiveId, destroyableFrom, yearInShanghai, yearSpan } from '@huiyin/domain/archives/years.ts'
import { dayInShanghai } from '@huiyin/domain/day.ts'
import { archiveNotFound, archiveSealed, HuiyinError, storeRefused } from '@huiyin/domain/errors.ts'
import { digest, idOf } from '@huiyin/domain/ids.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { ArchiveKind, Pack, PackKind } from '@huiyin/schemas/archive.ts'
import { type BuildPorts, packPage } from './archives/build.ts'
import { linksOf } from './archives/chain.ts'
import { inspectionRecipe } from './archives/inspection.ts'
import { publicationsRecipe } from './archives/publications.ts'
import { repliesRecipe } from './archives/replies.ts'
import { reportsRecipe } from './archives/reports.ts'
import type { Recipe, SourcePorts } from './archives/source.ts'
import { trainingRecipe } from './archives/training.ts'
import { dropFile, dropUse } from './file-uses.ts'
import { houseSetting } from './house-settings.ts'
import { failureOf, openJobs } from './jobs.ts'
import type { Logger } from './logger.ts'
import { isAway } from './patience.ts'
import { entriesOf } from './rule-records.ts'
import { subjectOf } from './tell.ts'

/** Kind of the records. */
export const ARCHIVES = 'archive'

const TITLES: Record<ArchiveKind, string> = {
  publications: '发布内容档案',
  replies: '回复档案',
  reports: '监测报告档案',
  training: '培训与台账档案'
}

const RECIPES: Record<PackKind, (ports: SourcePorts) => Recipe> = {
  publications: publicationsRecipe,
  replies: repliesRecipe,
  reports: reportsRecipe,
  training: trainingRecipe,
  inspection: inspectionRecipe
}

const AT_MOST = 20
const PAGES_AT_ONCE = 10

export interface ArchivePorts extends BuildPorts, SourcePorts {
  /** Differs in every process and start: a random id. */
  worker: string
  /** This process's monotonic time in ms, `performance.now`. */
  monotonic: () => number
  /** Whether live comments wait: they go first. */
  isBusy?: () => Promise<boolean>
  logger: Logger
}

/** Where a file lies in the folder, and where its content is found: its checksum, or the text itself. */
export type PackEntry = { path: string; bytes: number } & ({ sha256: string } | { text: string })

/** What is kept by year and never changes, and packs for inspections. */
export interface Archives {
  /** Archives by kind and year, then packs. */
  list: () => Promise<Pack[]>
  /** Throws ARCHIVE_NOT_FOUND. */
  get: (id: string) => Promise<Pack>
  /** Begins to archive a year that is over. Throws ARCHIVE_SEALED, INVALID_REQUEST. */
  seal: (of: { kind: ArchiveKind; year: number }, by: Actor) => Promise<Pack>
  /** Begins a pack for an inspection; every call makes another. */
  inspect: (of: { from: number; to: number; accounts?: string[] }, by: Actor) => Promise<Pack>
  /** Works on what is begun; answers how many ended. */
  round: () => Promise<number>
  /** Everything that lies in its folder. Throws ARCHIVE_NOT_FOUND while it is not sealed or when it is destroyed. */
  entries: (pack: Pack) => Promise<PackEntry[]>
  /** Says who takes it out of the house, before a byte leaves. */
  exporting: (pack: Pack, by: Actor) => Promise<void>
  /** What is wrong with it, a sentence each; none when every file and its place in the chain are as they were sealed. */
  verify: (pack: Pack) => Promise<string[]>
  /** From when on it may be destroyed; undefined: never, or it is of no year. */
  destroyableFrom: (pack: Pack) => Promise<number | undefined>
  /** The first of two persons. Throws INVALID_REQUEST before its term is over. */
  propose: (id: string, by: Actor, why: string) => Promise<Pack>
  /** The second, who is another. Its files go, its seal and manifest stay. Throws SECOND_PERSON_NEEDED. */
  destroy: (id: string, by: Actor) => Promise<Pack>
}

export function openArchives(ports: ArchivePorts): Archives {
  const { records, files, clock, tell, logger } = ports
  const recipeOf = ({ kind }: Pack) => RECIPES[kind](ports)
  const jobs = openJobs<Pack>({
    ...{ records, kind: ARCHIVES, worker: ports.worker, monotonic: ports.monotonic, pagesAtOnce: PAGES_AT_ONCE },
    isBusy: ports.isBusy ?? (async () => false),
    page: async pack => {
      try {
        return await packPage(ports, pack, recipeOf(pack))
      } catch (error) {
        if (isAway(error)) throw error
        const of = failureOf(error)
        logger.error({ archive: pack.id, code: of.code, error }, 'an archive could not be made')
        const failed = { ...of, at: clock.now() }
        return row => ({ ...row, failed, endedAt: failed.at })
      }
    },
    dueAt: ({ endedAt, askedAt }) => (endedAt === undefined ? askedAt : undefined)
  })

  const found = async (id: string) => {
    const one = await records.get<Pack>(ARCHIVES, id)
    if (!one) throw archiveNotFound(id)
    return one
  }
  const change = async (id: string, next: (pack: Pack) => Promise<Pack> | Pack): Promise<Pack> => {
    while (true) {
      const { document, version } = await found(id)
      const value = await next(document.value)
      const put = await records.putIfUnchanged<Pack>(ARCHIVES, { id, value }, version)
      if (put.outcome === 'put') return value
      if (put.outcome === 'refused') throw storeRefused(put.reason)
    } // somebody was faster: look again
  }
  const begin = async (pack: Pack): Promise<Pack> => {
    await records.create<Pack>(ARCHIVES, { id: pack.id, value: pack, dueAt: pack.askedAt })
    const { document, version } = await found(pack.id)
    const standing = document.value
    if (standing.state !== 'building') throw archiveSealed(pack.id)
    if (!standing.failed) return standing
    const entry = { id: pack.id, value: pack, dueAt: pack.askedAt }
    const put = await records.putIfUnchanged<Pack>(ARCHIVES, entry, version)
    return put.outcome === 'put' ? pack : (await found(pack.id)).document.value
  }
  const termOf = async ({ kind, year }: Pack) => {
    if (kind === 'inspection' || year === undefined) return
    return destroyableFrom(year, (await houseSetting(records, 'retention')).terms[kind])
  }
  const checkOver = async (pack: Pack) => {
    const from = await termOf(pack)
    if (pack.state !== 'sealed') throw archiveNotFound(pack.id)
    if (from === undefined || clock.now() < from) throw notOver(pack.id, from)
  }
  const manifestOf = async ({ id, state, seal }: Pack): Promise<string> => {
    if (!seal || state === 'building') throw archiveNotFound(id)
    return text((await files.open(seal.sha256)).content)
  }

  return {
    async list() {
      await records.refresh()
      const all = await Array.fromAsync(entriesOf<Pack>(records, ARCHIVES))
      return all.map(({ value }) => value)
    },
    get: async id => (await found(id)).document.value,
    async seal({ kind, year }, by) {
      const askedAt = clock.now()
      if (year >= yearInShanghai(askedAt)) throw yearIsNotOver(year)
      const title = `${year}年${TITLES[kind]}`
      return begin({ ...fresh(by, askedAt), ...yearSpan(year), id: archiveId(kind, year), kind, title, year })
    },
    async inspect({ from, to, accounts }, by) {
      const askedAt = clock.now()
      if (from >= to || from >= askedAt) throw invalid('Expected from before to, and from in the past')
      const of = digest(JSON.stringify([from, to, accounts ?? null, by.id]))
      const id = idOf('inspection', String(askedAt), of)
      const title = `互动回应检查材料（${dayInShanghai(from)} 至 ${dayInShanghai(to - 1)}）`
      return begin({ ...fresh(by, askedAt), id, kind: 'inspection', title, from, to, ...(accounts && { accounts }) })
    },
    async round() {
      const now = clock.now()
      let ended = 0
      for (const { id } of await records.due<Pack>(ARCHIVES, now, AT_MOST)) {
        const row = await records.get<Pack>(ARCHIVES, id)
        if (row && row.document.value.endedAt === undefined && (await jobs.work(row, now))) ended += 1
      }
      return ended
    },
    async entries(pack) {
      if (pack.state !== 'sealed') throw archiveNotFound(pack.id)
      const manifest = await manifestOf(pack)
      const { amended = [] } = pack
      const own = [
        ...(amended.length > 0 ? [{ path: AMENDMENTS, text: amendmentsText(amended) }] : []),
        { path: MANIFEST, text: manifest },
        { path: SUMS, text: sumsText(manifest, amended) }
      ].map(one => ({ ...one, bytes: Buffer.byteLength(one.text) }))
      return [...filesNow((JSON.parse(manifest) as Manifest).files, amended), ...own]
    },
    exporting: (pack, by) =>
      tell(subjectOf('archive', pack.id), {
        type: 'archive.exported',
        by,
        data: { archive: pack.id, kind: pack.kind, ...(pack.seal && { sha256: pack.seal.sha256 }) }
      }),
    verify: async pack => {
      const manifest = await manifestOf(pack).catch(told)
      if (manifest instanceof HuiyinError) return [manifest.message]
      const wrong: string[] = []
      const sealed = pack.state === 'sealed' ? (JSON.parse(manifest) as Manifest).files : []
      for (const { path, sha256 } of filesNow(sealed, pack.amended)) {
        const opened = await files.open(sha256).catch(told)
        if (opened instanceof HuiyinError) wrong.push(`${path}: ${opened.message}`)
        else opened.content.destroy()
      }
      return [...wrong, ...(pack.kind === 'inspection' ? [] : await wrongWithChain(pack))]
    },
    destroyableFrom: termOf,
    async propose(id, by, why) {
      const { accounts: _, ...who } = by
      await checkOver((await found(id)).document.value)
      return change(id, async pack => {
        await checkOver(pack)
        return { ...pack, proposed: { by: who, at: clock.now(), why } }
      })
    },
    async destroy(id, by) {
      const pack = (await found(id)).document.value
      if (pack.state === 'destroyed') {
        await dropAll(pack) // whoever destroyed it may have been stopped in between
        return pack
      }
      await checkOver(pack)
      if (!pack.proposed) throw invalid('Nobody has proposed to destroy it; one person proposes, another decides')
      if (pack.proposed.by.id === by.id) throw sameEyes()
      const { accounts: _, ...who } = by
      const { sha256, n = null } = pack.seal!
      const data = { archive: id, kind: pack.kind, sha256, n, proposed: pack.proposed.by.id }
      await tell(subjectOf('archive', id), { type: 'archive.destroyed', by, data })
      const destroyed = { by: who, at: clock.now(), ...(pack.proposed.why !== undefined && { why: pack.proposed.why }) }
      const gone = await change(id, one => ({ ...one, state: 'destroyed', destroyed }))
      await dropAll(gone)
      return gone
    }
  }

  /** All that was made for it but the manifest; what others brought they keep as long as they need it. */
  async function dropAll(pack: Pack): Promise<void> {
    const manifest = JSON.parse(await manifestOf(pack)) as Manifest
    const isOurs = ({ path }: { path: string }) => !path.startsWith('files/')
    const all = filesNow(manifest.files, pack.amended)
    for (const { sha256 } of all.filter(isOurs)) await dropFile(ports, sha256, pack.id)
    for (const { sha256 } of all.filter(one => !isOurs(one))) await dropUse(ports, sha256, pack.id)
    for (const sha256 of pack.lists) await dropFile(ports, sha256, pack.id)
  }

  async function wrongWithChain({ id, seal }: Pack): Promise<string[]> {
    const links = await linksOf(records)
    const at = links.findIndex(({ archive }) => archive === id)
    const link = links[at]
    if (!link || link.seal.sha256 !== seal?.sha256)
      return [`${id} does not stand in the chain of seals as it is sealed`]
    const before = links[at - 1]?.seal.sha256
    return link.seal.previous === before ? [] : [`${id} names another archive before it than the chain does`]
  }
}

const fresh = (by: Actor, askedAt: number) => {
  const { accounts: _, ...who } = by
  const nothing = { parts: [], lists: [], values: {}, counts: {}, done: 0 }
  return { ...nothing, state: 'building' as const, by: who, askedAt }
}

/** What is damaged is an answer here. */
const told = (error: unknown): HuiyinError => {
  if (error instanceof HuiyinError && !isAway(error)) return error
  throw error
}

const invalid = (message: string) => new HuiyinError('INVALID_REQUEST', message)

const yearIsNotOver = (year: number) =>
  invalid(`The year ${year} is not over in Asia/Shanghai; what is sealed never changes, so archive it afterwards`)

const notOver = (id: string, from: number | undefined) =>
  invalid(
    from === undefined
      ? `The archive "${id}" is kept for ever`
      : `The archive "${id}" is kept until ${dayInShanghai(from)}; only then may it be destroyed`
  )

const sameEyes = () => new HuiyinError('SECOND_PERSON_NEEDED', 'Who proposed it may not decide it; another person does')
