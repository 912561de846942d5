import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import { understand } from '@huiyin/domain/search/understand.ts'
import type { CommentQuery, Comments } from '@huiyin/ports/comments.ts'
import { figure, machine, table, verdict } from './machine.ts'
import { FIRST, fillComments } from './search-fill.ts'
import { elasticWorld, embeddedWorld, type SearchedWorld } from './search-worlds.ts'

const GOAL = 0.2
const PAGE = 20
const DAY = 24 * 3_600_000

/**
 * How long a search takes, of five shapes, over `n` comments of one month; beside each the engine alone, which answers the
 * very same compiled questions in turn with ours: its answer is received, but no document is made of it.
 */
export async function searchBench({
  engines,
  n,
  quick
}: {
  engines: boolean
  n: number
  quick: boolean
}): Promise<void> {
  say(`${engines ? 'Elasticsearch' : 'SQLite, one process'}, ${figure(n)} comments\n${machine()}`)
  const world = await (engines ? elasticWorld() : embeddedWorld())
  try {
    say(`filled with ${figure(await fillComments(world.comments, n))} puts/s\n`)
    const rows = [['', 'found', 'p50 ms', 'p99 ms', 'engine p50', 'engine p99', 'over p50', 'goal']]
    for (const shape of shapes()) rows.push(await measured(world, shape, quick ? 40 : 200))
    say(table(rows))
  } finally {
    await world.close()
  }
}

/** `ask` answers with how many were found. */
type Shape = { name: string; ask: (comments: Comments, round: number) => Promise<number> }

const RARE = ['井盖', '暖气', '噪音', '电梯', '路灯', '积水', '学位', '施工', '油烟', '公厕']
const COMMON = ['问题', '小区', '公交', '学校', '医院', '物业', '政府', '领导', '老人', '社保']
const PHRASES = ['"老旧小区"', '"公交车"', '"什么时候"', '"物业费"', '"身份证"', '"停车场"', '"营业执照"', '"公积金"']
const QUESTIONS = [
  '小区停车收费太贵了应该找哪个部门投诉',
  '公交车总是晚点能不能增加班次',
  '老人办理医保报销需要带什么材料',
  '晚上工地施工噪音太大没有人管',
  '孩子上学报名什么时候开始',
  '自来水浑浊有异味怎么办',
  '身份证丢了在外地能不能补办',
  '路灯坏了好几天影响出行安全'
]

function shapes(): Shape[] {
  const { cut } = segmenter()
  const asOf = FIRST + 31 * DAY
  const whereOf = (text: string, wide = false) => understand(text, { what: 'comments', now: asOf, cut, wide }).query
  const pick = (texts: readonly string[], wide = false) => {
    const queries = texts.map(text => whereOf(text, wide))
    return (round: number) => queries[round % queries.length]!
  }
  const list = (query: (round: number) => Omit<CommentQuery, 'atMost'>) => async (comments: Comments, round: number) =>
    (await comments.search({ ...query(round), atMost: PAGE })).total
  const [rare, common, phrase, question] = [pick(RARE), pick(COMMON), pick(PHRASES), pick(QUESTIONS, true)]
  return [
    { name: 'a rare word, the newest', ask: list(round => ({ where: rare(round), sort: 'newest' })) },
    { name: 'a common word, the newest', ask: list(round => ({ where: common(round), sort: 'newest' })) },
    {
      name: 'a phrase of complaints, by risk',
      ask: list(round => ({ where: phrase(round), label: ['complaint'], sort: 'risk' }))
    },
    {
      name: 'a question, by relevance',
      ask: list(round => ({ where: question(round), sort: 'relevance', ranking: { cut, asOf } }))
    },
    {
      name: 'five facets of a week',
      ask: async (comments, round) => {
        const from = FIRST + (round % 20) * DAY
        const filter = { where: common(round), publishedFrom: from, publishedTo: from + 7 * DAY }
        const groups = ['label', 'level', 'sentiment', 'department', 'place'] as const
        const [counts] = await Promise.all(groups.map(group => comments.count(group, filter)))
        return Object.values(counts!).reduce((a, b) => a + b, 0)
      }
    }
  ]
}

async function measured(world: SearchedWorld, { name, ask }: Shape, rounds: number): Promise<string[]> {
  const [ours, theirs]: [number[], number[]] = [[], []]
  let found = 0
  for (let round = -5; round < rounds; round++) {
    world.begin()
    const began = performance.now()
    const total = await ask(world.comments, Math.abs(round))
    const asked = performance.now()
    await world.raw()
    if (round < 0) continue
    ours.push(asked - began)
    theirs.push(performance.now() - asked)
    found += total
  }
  const over = at(ours, 0.5) / at(theirs, 0.5) - 1
  return [
    name,
    figure(found / rounds),
    ...[at(ours, 0.5), at(ours, 0.99), at(theirs, 0.5), at(theirs, 0.99)].map(ms => ms.toFixed(1)),
    `${Math.round(over * 100)} %`,
    verdict(over < GOAL)
  ]
}

const at = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]!

const say = (text: string) => process.stdout.write(`${text}\n`)
