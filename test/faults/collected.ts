import type { House } from '@huiyin/adapters/house.ts'
import { loadWatches } from '@huiyin/collector/watch.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { SimComment } from '@huiyin/simulator/things.ts'
import type { World } from '@huiyin/simulator/world.ts'
import { everyPage } from './aftermath.ts'
import type { Approved } from './answers.ts'
import type { Written } from './citizens.ts'

/** What citizens wrote as the house has it, each row that there is. */
export async function collectedRows({ store }: House): Promise<StoredComment[]> {
  await store.comments.refresh()
  return everyPage(after => store.comments.search({ ours: false, sort: 'oldest', atMost: 1000, ...after }))
}

/** Where the house differs from the platforms; all empty when all is well. */
export interface Differences {
  missing: string[]
  twice: string[]
  unknown: string[]
  otherWords: string[]
  /** Edited there, with other words here. */
  editsUnseen: string[]
  deletionsUnseen: string[]
  /** Said to be deleted, and still there. */
  deletedByMistake: string[]
}

export function differences(rows: readonly StoredComment[], written: readonly Written[]): Differences {
  const here = Map.groupBy(rows, ({ id }) => id)
  const there = new Set(written.map(({ id }) => id))
  const of = (wrong: (row: StoredComment, one: Written) => boolean) =>
    written.flatMap(one => (here.get(one.id)?.some(row => wrong(row, one)) ? [one.id] : []))
  return {
    missing: written.flatMap(({ id }) => (here.has(id) ? [] : [id])),
    twice: Array.from(here).flatMap(([id, { length }]) => (length > 1 ? [id] : [])),
    unknown: [...here.keys().filter(id => !there.has(id))],
    otherWords: of((row, one) => one.fate !== 'edited' && !hasWords(row, one)),
    editsUnseen: of((row, one) => one.fate === 'edited' && !hasWords(row, one)),
    deletionsUnseen: of(({ state }, { comment }) => comment.deleted && state !== 'deleted'),
    deletedByMistake: of(({ state }, { comment }) => !comment.deleted && state === 'deleted')
  }
}

/** At Mastodon a comment calls those whom it is for, in front of its words. */
const hasWords = ({ platform, text }: StoredComment, { comment }: Written) =>
  text === comment.text ||
  (platform === 'mastodon' && text.endsWith(comment.text) && CALLS.test(text.slice(0, -comment.text.length)))

const CALLS = /^(?:@\S+\s+)+$/

/** Whether every post was read through by a pass that began after the instant. */
export async function allPassed({ accounts, store: { records } }: House, since: number): Promise<boolean> {
  await records.refresh()
  const loaded = await Promise.all(accounts.all().map(account => loadWatches(records, account)))
  return loaded.every(({ posts }) => posts.values().every(({ passedAt }) => passedAt >= since))
}

/** What became of a reply: how often it stands at its platform, and how it stands in its ticket. */
export interface Became extends Approved {
  times: number
  state: string
}

export async function becameOf(house: House, world: World, approved: readonly Approved[]): Promise<Became[]> {
  const found = await house.desk.tickets.getMany(approved.map(({ ticket }) => ticket))
  const ours = world.offices.flatMap(({ platform, id }) => world.under(platform, id).filter(isOurs))
  return approved.map((one, i) => ({
    ...one,
    times: ours.filter(({ text }) => text.endsWith(one.text)).length,
    state: found[i]?.document.replies.find(({ id }) => id === one.reply)?.state ?? 'lost'
  }))
}

const isOurs = ({ author }: SimComment) => !author
