import type { House } from '@huiyin/adapters/house.ts'
import { printAnew } from '@huiyin/analyst/erasures/print-anew.ts'
import { reportPorts } from '@huiyin/analyst/reports/main.ts'
import { says } from '@huiyin/ports/contracts/fixtures.ts'
import type { ReportRevision } from '@huiyin/schemas/report.ts'
import t from 'tap'
import { archiveSealCommand, archiveVerifyCommand } from '../src/archive-command.ts'
import {
  eraseAskCommand,
  eraseCertificateCommand,
  eraseGrantCommand,
  eraseListCommand,
  eraseRepeatCommand
} from '../src/erase-command.ts'
import { rebuildCommand } from '../src/rebuild-command.ts'
import { CITIZEN, filesWith, NEIGHBOURS_TEXT, OLD_TICKET, rows, spread, TEXT, WORDS } from './erase-town.ts'
import { allComments, allTickets, jsonl, office } from './house.ts'

const { signal: SIGNAL } = new AbortController()
const DAY = 86_400_000

t.test('a citizen who asks to be forgotten', async t => {
  const here = await office(t)
  process.env.HUIYIN_DATA = here.settings.data
  const now = Date.now()
  const file = here.write('comments.jsonl', jsonl(rows(now)))
  await here.take(file, { as: 'live' })
  const { id, number, comment } = await here.look(spread)
  await archiveSealCommand({ kind: 'replies', year: '2025' }, SIGNAL)
  await rebuildCommand({}, SIGNAL)
  const { data } = here.settings

  t.same(missing(filesWith(data, WORDS)), [], 'before, every word stands somewhere')

  const asked = await eraseAskCommand({ ticket: number, all: true, why: '来信 2026-118' }, SIGNAL)
  const erasure = /grant (\S+);/.exec(asked)![1]!
  t.match(asked, /2 comments/)
  t.same(missing(filesWith(data, WORDS)), [], 'nothing is erased by asking')
  await t.rejects(eraseGrantCommand({ id: erasure, alone: false }, SIGNAL), { code: 'SECOND_PERSON_NEEDED' })

  const done = await eraseGrantCommand({ id: erasure, alone: true }, SIGNAL)
  t.match(done, /Erased: .*comments 2/)
  t.match(done, /What the log still hold expires by/)

  await here.look(async house => {
    t.same(await found(house), [], 'no search finds it')
    const mine = (await house.store.tickets.get(id))!.document
    t.same(mine.citizen, { id: CITIZEN.id })
    t.match(mine.replies[0], { state: 'failed', text: /^@［已依法清除］ 您反映的“［已依法清除］”已转办。$/ })
    t.same(mine.owed, [], 'nobody waits for an answer any more')
    const [neighbour] = (await allTickets(house)).rows.filter(({ citizen }) => citizen.id === 'u9')
    t.equal(neighbour!.turns[0]!.excerpt, NEIGHBOURS_TEXT, 'others keep what they said')
    t.equal(neighbour!.replies[0]!.text, '路灯今晚修好。')
    t.match((await house.store.records.get('template', 't1'))?.document.value, { template: { text: /感谢您的留言/ } })

    t.equal(await printAnew(reportPorts(house)), 1)
    const report = await house.store.records.get<ReportRevision>('report-revision', 'report/weekly/2026-W40@1')
    t.match(report!.document.value.document.comments, [{ text: '［已依法清除］' }])
    t.ok(
      report!.document.value.files.some(({ format }) => format === 'html'),
      'it can be read and is printed anew'
    )
    await house.tidy(now + 31 * DAY)
  })
  t.same(filesWith(data, WORDS), [], 'no byte of it is left in the folder, once the log has forgotten')

  t.match(await archiveVerifyCommand({ kind: 'replies', year: '2025' }, SIGNAL), { ok: true })
  const paper = await eraseCertificateCommand({ id: erasure, issuer: '云溪区' }, SIGNAL)
  t.match(paper, /共 2 条/)
  t.match(paper, /第四十七条/)
  t.notOk(
    WORDS.some(word => paper.includes(word)),
    'the certificate repeats none of it'
  )

  await here.take(file, { as: 'live' })
  await here.look(async house => {
    t.same(await found(house), [], 'seen again at the platform it stays erased')
    const [stub] = (await allComments(house)).rows.filter(one => one.id === comment)
    t.match(stub, { state: 'erased', text: '', author: {} })
    t.equal((await house.store.tickets.get(id))!.document.turns[0]!.excerpt, '［已依法清除］')
    t.equal((await house.store.tickets.get(OLD_TICKET))!.document.turns[0]!.excerpt, '［已依法清除］')
  })
})

t.test('an older backup brings words back, and the list of erasures takes them out again', async t => {
  const here = await office(t)
  process.env.HUIYIN_DATA = here.settings.data
  await here.take(here.write('comments.jsonl', jsonl(rows(Date.now()))), { as: 'live' })
  const { number } = await here.look(
    async house => (await allTickets(house)).rows.find(one => one.citizen.id === CITIZEN.id)!
  )
  const asked = await eraseAskCommand({ ticket: number, turn: '1', why: '来电 31' }, SIGNAL)
  await eraseGrantCommand({ id: /grant (\S+);/.exec(asked)![1]!, alone: true }, SIGNAL)
  const list = await eraseListCommand({ json: true }, SIGNAL)

  const restored = await office(t)
  process.env.HUIYIN_DATA = restored.settings.data
  const { of } = JSON.parse(list.split('\n')[0]!)
  await restored.take(restored.write('c.jsonl', jsonl(rows(of.publishedAt + 60_000))), { as: 'live' })
  const path = restored.write('erasures.jsonl', list)
  t.equal(await eraseRepeatCommand(path, SIGNAL), '1 erased again; of 0 nothing is there.\n')
  t.same(await restored.look(found), [])
  t.equal(await eraseRepeatCommand(path, SIGNAL), '1 erased again; of 0 nothing is there.\n', 'twice is once')
})

const missing = (there: readonly string[]) => WORDS.filter(word => !there.some(line => line.endsWith(word)))

async function found({ store }: House): Promise<string[]> {
  const hits = await Promise.all(
    [TEXT.slice(0, 3), ...WORDS].flatMap(word => [
      store.comments.search({ where: says(word), sort: 'newest', atMost: 1 }),
      store.tickets.search({ where: says(word), sort: 'newest', atMost: 1 })
    ])
  )
  return hits.flatMap(({ rows }) => rows.map(({ id }: { id: string }) => id))
}
