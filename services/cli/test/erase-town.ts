import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { House } from '@huiyin/adapters/house.ts'
import { printReport } from '@huiyin/analyst/reports/files.ts'
import { ticketId } from '@huiyin/domain/ids.ts'
import { draftReply } from '@huiyin/domain/replies/commands.ts'
import { act } from '@huiyin/ports/act.ts'
import { comment, historyRow, reply, ticket } from '@huiyin/ports/contracts/fixtures.ts'
import { keepFile } from '@huiyin/ports/file-uses.ts'
import { park } from '@huiyin/ports/parking.ts'
import type { ReportDocument, ReportRevision } from '@huiyin/schemas/report.ts'

/** A citizen who asks to be forgotten, in every place of a house where their words come. */

export const CITIZEN = { id: 'u7788', name: '雾隐山樵' }
export const TEXT = '锦鲤巷七号院的翡翠围墙昨夜垮塌，砸中红旗电动三轮，请问玄武社区何时赔付'
/** Written a year before, and archived since. */
export const OLD_TEXT = '琥珀桥头的铸铁灯柱锈蚀倾斜，孩童放学经过十分惊险'
/** Nobody else says these, nor any part of the house. */
export const WORDS = ['锦鲤巷', '翡翠围墙', '红旗电动三轮', '玄武社区', '琥珀桥头', '铸铁灯柱', '雾隐山樵']
export const NEIGHBOUR = { id: 'u9', name: '路过居民' }
export const NEIGHBOURS_TEXT = '请问社区什么时候修好院门口的路灯，晚上太黑了'
export const LI = { id: 'li', name: '李静', role: 'editor' }

const YEAR_AGO = Date.parse('2025-06-01T10:00:00+08:00')
const THREAD = { platform: 'weibo', account: '1001', post: 'p-old', root: 'old-1' } as const
export const OLD_TICKET = ticketId({ ...THREAD, comment: 'old-1', author: CITIZEN })

export const rows = (now: number) => [
  ...[{ id: 'c1', text: TEXT, publishedAt: now - 60_000, author: CITIZEN.name, authorId: CITIZEN.id, post: 'p1' }],
  ...[
    {
      id: 'c2',
      text: NEIGHBOURS_TEXT,
      publishedAt: now - 50_000,
      author: NEIGHBOUR.name,
      authorId: NEIGHBOUR.id,
      post: 'p1'
    }
  ]
]

const document = (commentId: string): ReportDocument => ({
  ...{ title: '舆情监测周报', number: '舆监〔2026〕第9期', issuer: '云溪区', asOf: YEAR_AGO, minimumSample: 1 },
  period: { kind: 'weekly', name: '2026-W40', from: YEAR_AGO, to: YEAR_AGO + 7 },
  ...{ figures: { now: [] }, names: {} },
  sections: [
    {
      ...{ code: 'best', title: '典型诉求' },
      parts: [
        {
          sentences: [
            { said: [{ text: '本期典型诉求如下。' }], cites: [{ comment: commentId, publishedAt: YEAR_AGO }] }
          ],
          comments: [commentId]
        }
      ]
    }
  ],
  comments: [{ id: commentId, publishedAt: YEAR_AGO, platform: 'weibo', account: '1001', text: TEXT.slice(0, 30) }]
})

/** What people and services have made of it: each as its own part of the house keeps it. */
export async function spread(house: House): Promise<{ id: string; number: string; comment: string }> {
  const { store, files, desk } = house
  const { records, comments, tickets, history } = store
  const { rows: found } = await tickets.search({ sort: 'newest', atMost: 10 })
  const mine = found.find(({ citizen }) => citizen.id === CITIZEN.id)!
  const theirs = found.find(({ citizen }) => citizen.id === NEIGHBOUR.id)!
  const said = mine.turns[0]!.comment!
  await act(
    desk,
    mine.id,
    draftReply({
      actor: LI,
      id: 'd1',
      seen: mine.lastTurn,
      text: `@${CITIZEN.name} 您反映的“${TEXT.slice(0, 14)}”已转办。`
    })
  )
  await act(desk, theirs.id, draftReply({ actor: LI, id: 'd2', seen: theirs.lastTurn, text: '路灯今晚修好。' }))

  const archived = ticket({
    ...{ ...THREAD, id: OLD_TICKET, citizen: CITIZEN, openedAt: YEAR_AGO, status: 'answered', says: OLD_TEXT },
    turns: [{ n: 1, by: 'citizen', comment: 'weibo/1001/p-old/old-1/old-1', at: YEAR_AGO, excerpt: OLD_TEXT }],
    owed: [],
    replies: [
      {
        ...{
          ...reply('r1', 'confirmed'),
          text: `您好，${OLD_TEXT.slice(0, 10)}一事已处理`,
          acceptedAt: YEAR_AGO + 3_600_000
        },
        to: { comment: 'weibo/1001/p-old/old-1/old-1', native: 'old-1', publishedAt: YEAR_AGO }
      }
    ]
  })
  const old = comment({ ...THREAD, comment: 'old-1', author: CITIZEN, text: OLD_TEXT, publishedAt: YEAR_AGO })
  await tickets.putEach([{ document: archived }])
  await comments.putEach([{ document: old }])
  const ours = comment({
    ...THREAD,
    comment: 'old-2',
    ours: true,
    author: { name: '云溪发布' },
    text: `回复${CITIZEN.name}：${OLD_TEXT.slice(0, 12)}已修`,
    publishedAt: YEAR_AGO + 9
  })
  await comments.putEach([{ document: ours }])

  const put = (kind: string, id: string, value: object) => records.create(kind, { id, value })
  await put('note', 'n1', {
    ticket: mine.id,
    text: `网友说${TEXT.slice(8, 16)}，已电话核实`,
    by: LI,
    at: 1,
    mentions: [],
    shared: false
  })
  await put('proposal', 'p1', { ticket: mine.id, text: `您好，关于${TEXT.slice(0, 20)}，我们……` })
  await put('letter', 'l1', {
    id: 'l1',
    about: 'search',
    of: 's',
    title: '检索有新结果',
    lines: [TEXT.slice(0, 40)],
    urgent: false,
    receipt: false,
    to: [],
    by: LI,
    madeAt: 1
  })
  await put('letter-delivery', 'ld1', { id: 'ld1', letter: 'l1', text: TEXT })
  await put('saved-search', 'li/s1', { id: 'li/s1', person: 'li', q: TEXT.slice(0, 17), at: 1 })
  await put('incident-text', 'i1/t1', { text: `代表评论：${TEXT}` })
  await put('incident-row', 'i1', { id: 'i1', title: '围墙', quote: TEXT.slice(0, 16) })
  await put('webhook-line', 'w/1/0', {
    offset: '1',
    recent: [],
    failing: { e: { since: 1, tries: 1, triedAt: 1, nextAt: 1, why: `400: ${TEXT.slice(0, 24)}` } },
    told: 0,
    failures: 1
  })
  await put('template', 't1', { template: { id: 't1', text: '感谢您的留言，我们已转有关部门办理。' } })
  await park(records, { topic: 'classified', raw: JSON.stringify({ text: TEXT }), reason: '看不懂', at: 1 })
  const revision: ReportRevision = {
    ...{ id: 'report/weekly/2026-W40@1', report: 'report/weekly/2026-W40', revision: 1, by: LI, madeAt: 1 },
    ...{
      document: document(said),
      ...(await printReport({ ...house, records }, document(said), { id: 'report/weekly/2026-W40@1', madeAt: 1 }))
    }
  }
  await put('report-revision', revision.id, revision)
  await put('report', revision.report, {
    id: revision.report,
    kind: 'weekly',
    period: revision.document.period,
    title: '周报',
    number: '9',
    revision: 1,
    madeAt: 1,
    by: LI,
    files: revision.files,
    letters: []
  })
  const shot = await keepFile({ files, records }, [Buffer.from(`截图里写着 ${TEXT}`)], { user: said, atMost: 10_000 })
  await put('screenshot', said, { type: 'image/png', sha256: shot.sha256 })
  await put('screenshot-note', said, { by: LI, at: 1, publishedAt: mine.turns[0]!.at })
  const file = await files.receive([Buffer.from(`附件 ${OLD_TEXT}`)], 10_000)
  await file.keep()
  await file.discard()
  const id = `${file.sha256}-a1`
  await put('attachment', id, {
    id,
    ticket: mine.id,
    name: `${CITIZEN.name}.txt`,
    type: 'text/plain',
    bytes: file.bytes,
    sha256: file.sha256,
    by: LI,
    at: 1
  })
  await history.add([
    historyRow({
      ticket: mine.id,
      n: 90,
      type: 'dispatch.sent',
      at: Date.now(),
      offset: '90',
      data: { reason: TEXT.slice(0, 20) },
      ...{ salt: 'x' }
    })
  ])
  await Promise.all([records.refresh(), tickets.refresh(), comments.refresh()])
  return { id: mine.id, number: mine.number, comment: said }
}

/** Files below a folder in which any of the words stand, and which. */
export function filesWith(folder: string, words: readonly string[]): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(one => one.isFile())
  return files.flatMap(one => {
    const path = join(one.parentPath, one.name)
    const bytes = readFileSync(path)
    return words.filter(word => bytes.includes(word)).map(word => `${path.slice(folder.length + 1)}: ${word}`)
  })
}
