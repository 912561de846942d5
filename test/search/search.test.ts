import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import { findableComment, findableTicket } from '@huiyin/domain/search/findable.ts'
import { matches } from '@huiyin/domain/search/matches.ts'
import type { Query } from '@huiyin/domain/search/query.ts'
import { openSynonyms } from '@huiyin/domain/search/synonyms.ts'
import { queryFor } from '@huiyin/domain/search/understand.ts'
import { SHIPPED_SYNONYMS } from '@huiyin/domain/settings/shipped/synonyms.ts'
import { engines } from '@huiyin/engines/engines.ts'
import { NOON } from '@huiyin/ports/contracts/fixtures.ts'
import type { Page } from '@huiyin/ports/documents.ts'
import t from 'tap'
import { commentOf, makeDocuments, ticketOf } from './documents.ts'
import { answersTo, meansOf, medianAlike, tableOf } from './figures.ts'
import { FRESH_MATTERS } from './fresh/matters.ts'
import { FRESH_QUERIES } from './fresh/queries.ts'
import { gradeOf, isForTuning, QUERIES } from './queries.ts'
import { inElasticsearch, inSqlite, type World } from './worlds.ts'

/** Searches that were judged by hand over documents that were made up: docs/search.md says what is measured. */

const { elasticsearch, missing, stop } = await engines()
t.teardown(() => stop?.())

const { cut } = segmenter()
const synonyms = openSynonyms(SHIPPED_SYNONYMS)
const asked = (what: 'comments' | 'tickets', q: string, wide = false): Query =>
  queryFor(q, { what, now: NOON, cut, synonyms, wide })

const documents = makeDocuments()
const comments = documents.map(commentOf)
const tickets = documents.map(ticketOf)

/** All of a list, page by page. */
async function all(ask: (after?: string) => Promise<Page<{ id: string }>>): Promise<string[]> {
  const ids: string[] = []
  for (let after: string | undefined; ; ) {
    const page = await ask(after)
    ids.push(...page.rows.map(({ id }) => id))
    if (page.after === undefined) return ids
    after = page.after
  }
}

/** The first ten by relevance. */
async function bestOf({ comments }: World, q: string): Promise<string[]> {
  const where = asked('comments', q, true)
  const { rows } = await comments.search({ where, sort: 'relevance', ranking: { cut, asOf: NOON }, atMost: 10 })
  return rows.map(({ id }) => id)
}

const said = (n: number) => n.toFixed(3)

const commentIds = ({ comments }: World, where: Query) =>
  all(after => comments.search({ where, sort: 'newest', atMost: 500, ...(after !== undefined && { after }) }))

const ticketIds = ({ tickets }: World, where: Query, sort: 'newest' | 'risk' | 'due') =>
  all(after => tickets.search({ where, sort, atMost: 500, ...(after !== undefined && { after }) }))

t.test('the judged searches', async t => {
  t.ok(QUERIES.length >= 110, `there are ${QUERIES.length}`)
  t.ok(documents.length >= 400, `over ${documents.length} documents`)
  const half = QUERIES.filter(isForTuning).length
  t.ok(Math.abs(half - QUERIES.length / 2) < QUERIES.length / 10, `${half} of them were for tuning`)
  for (const judged of QUERIES)
    t.ok(
      documents.some(made => gradeOf(judged, made) > 1),
      `something answers ${judged.q}`
    )
})

t.test('both worlds', { skip: missing ?? false }, async t => {
  const sqlite = await inSqlite(t, documents)
  const { world: elastic, plain } = await inElasticsearch(t, elasticsearch!, documents)

  t.test('find the same comments for every search, and those that the language means', async t => {
    for (const { q } of QUERIES)
      for (const wide of [false, true]) {
        const where = asked('comments', q, wide)
        const meant = comments.filter(comment => matches(where, findableComment(comment))).map(({ id }) => id)
        const name = `${q}${wide ? ', by some words too' : ''}`
        t.same((await commentIds(sqlite, where)).toSorted(), meant.toSorted(), `sqlite: ${name}`)
        t.same((await commentIds(elastic, where)).toSorted(), meant.toSorted(), `elasticsearch: ${name}`)
      }
  })

  t.test('list the same tickets in the same order by date, risk and due time', async t => {
    for (const { q } of QUERIES) {
      const where = asked('tickets', q)
      const meant = tickets.filter(ticket => matches(where, findableTicket(ticket))).map(({ id }) => id)
      for (const sort of ['newest', 'risk', 'due'] as const) {
        const listed = await ticketIds(sqlite, where, sort)
        t.same(listed.toSorted(), meant.toSorted(), `sqlite: ${q} by ${sort}`)
        t.same(await ticketIds(elastic, where, sort), listed, `elasticsearch as sqlite: ${q} by ${sort}`)
      }
    }
  })

  t.test('answer better than the engine alone, and nearly alike', async t => {
    const answers = await answersTo(QUERIES, { worlds: { sqlite, elastic }, plain, documents, asked: bestOf })
    const others = answers.filter(({ judged }) => !isForTuning(judged))
    for (const line of tableOf(answers.filter(({ judged }) => isForTuning(judged)))) t.comment(`for tuning: ${line}`)
    for (const line of tableOf(others)) t.comment(`the other half: ${line}`)
    const [{ sqlite: inFile, elastic: inCluster, plain: alone }, alike] = [meansOf(others), medianAlike(answers)]
    t.ok(inCluster >= alone + 0.15, `elasticsearch ${said(inCluster)} is well above ${said(alone)}`)
    t.ok(inFile >= alone + 0.15, `sqlite ${said(inFile)} is well above ${said(alone)}`)
    t.ok(alike >= 0.8, `${said(alike)} of the first ten are the same`)
    for (const kind of ['question', 'words'] as const) {
      const { sqlite: ours, plain: theirs } = meansOf(others.filter(({ judged }) => judged.kind === kind))
      t.ok(ours >= theirs, `${kind}: ${said(ours)} is no less than ${said(theirs)}`)
    }
  })
})

t.test('questions and plain words that were never tuned for', { skip: missing ?? false }, async t => {
  const documents = makeDocuments({ matters: FRESH_MATTERS, seed: 8_112_026, chatters: 400 })
  for (const judged of FRESH_QUERIES)
    t.ok(
      documents.some(made => gradeOf(judged, made) === 3),
      `something answers ${judged.q}`
    )
  const sqlite = await inSqlite(t, documents)
  const { world: elastic, plain } = await inElasticsearch(t, elasticsearch!, documents)
  const answers = await answersTo(FRESH_QUERIES, { worlds: { sqlite, elastic }, plain, documents, asked: bestOf })
  for (const line of tableOf(answers)) t.comment(`never tuned for: ${line}`)
  t.ok(medianAlike(answers) >= 0.8, `${said(medianAlike(answers))} of the first ten are the same`)
  for (const kind of ['question', 'words'] as const) {
    const {
      sqlite: inFile,
      elastic: inCluster,
      plain: alone
    } = meansOf(answers.filter(({ judged }) => judged.kind === kind))
    t.ok(
      Math.min(inFile, inCluster) >= alone,
      `${kind}: ${said(inFile)} and ${said(inCluster)} are no less than ${said(alone)}`
    )
  }
})
