import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import type { Label, RiskLevel, SentimentName } from '@huiyin/schemas/names.ts'
import t from 'tap'
import { openClassifier } from '../src/classify.ts'
import { commentOf } from '../src/evaluation/comment-of.ts'
import { type Scored, score } from '../src/risk.ts'

/** A comment with the answer that a person gave before any score was seen. */
interface Judged {
  text: string
  level: RiskLevel
  urgent: boolean
  reasons: readonly string[]
  why: string
  context?: {
    likes?: number
    replies?: number
    followers?: number
    verified?: boolean
    label?: Label
    sentiment?: number
    similar?: number
    before?: { likes: number; hours: number }
  }
}

const HOUR = 3_600_000
/** At the first look, after the words were settled: 1, 0.966 and 0.99. */
const KEPT_ASIDE = { recall: 0.95, precision: 0.9, levelWithinOne: 0.95 }
/** At the first look: 0.86 and 0.87. */
const FRESH = { recall: 0.82, precision: 0.82 }
const LEVELS: readonly RiskLevel[] = ['blue', 'yellow', 'orange', 'red']

const linesOf = (name: string) =>
  readFileSync(new URL(`../../../test/risk/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Judged)

const judged = linesOf('risk')
/** By another hand, who saw neither the words nor the corpus; nothing was fitted to them. */
const fresh = linesOf('fresh')
const classify = openClassifier({ cut: segmenter().cut, evidence: 'none' })

/** One third is kept aside and the words are not fitted to it; but they and it are by one hand, see the README beside it. */
const isKeptAside = ({ text }: Judged) => createHash('sha1').update(text).digest()[0]! % 3 === 0

const sentimentOf = (score: number): { name: SentimentName; score: number } => ({
  name: score < 0 ? 'negative' : score > 0 ? 'positive' : 'neutral',
  score
})

/** What the classifier says; where the line tells what a model or the analyst said, what the score makes of that. */
function scored({ text, context }: Judged): Scored {
  if (context === undefined) return classify([commentOf(text)])[0]!
  const { likes, replies, followers, verified, label = 'other', sentiment = 0, similar, before } = context
  const author = { ...(followers === undefined ? {} : { followers }), ...(verified === undefined ? {} : { verified }) }
  const told = {
    ...(likes === undefined ? {} : { likes }),
    ...(replies === undefined ? {} : { replies }),
    ...(before === undefined ? {} : { before: { likes: before.likes, at: 0 } })
  }
  return score(commentOf(text, { ...told, author, observedAt: (before?.hours ?? 0) * HOUR }), {
    labelled: { label, sentiment: sentimentOf(sentiment) },
    ...(similar === undefined ? {} : { similar })
  })
}

function figuresOf(lines: readonly Judged[]) {
  const answers = lines.map(line => ({ line, found: scored(line) }))
  const share = (some: number, of: number) => Math.round((some / of) * 1000) / 1000
  const count = (is: (answer: (typeof answers)[number]) => boolean) => answers.filter(is).length
  const both = count(({ line, found }) => line.urgent && found.urgent)
  const apart = ({ line, found }: (typeof answers)[number]) =>
    Math.abs(LEVELS.indexOf(line.level) - LEVELS.indexOf(found.risk.level))
  const asked = lines.flatMap(({ reasons }) => reasons).length
  const told = answers.flatMap(({ line, found }) =>
    line.reasons.filter(code => found.risk.reasons.some(reason => reason.code === code))
  ).length
  return {
    lines: lines.length,
    urgent: count(({ line }) => line.urgent),
    urgentRecall: share(
      both,
      count(({ line }) => line.urgent)
    ),
    urgentPrecision: share(
      both,
      count(({ found }) => found.urgent)
    ),
    levelExact: share(
      count(answer => apart(answer) === 0),
      lines.length
    ),
    levelWithinOne: share(
      count(answer => apart(answer) <= 1),
      lines.length
    ),
    reasonsTold: share(told, asked)
  }
}

t.test('against what a person judged', async t => {
  t.test('there is enough to believe in', async t => {
    t.ok(judged.length >= 440)
    t.ok(judged.filter(({ urgent }) => urgent).length >= 130)
    t.equal(new Set(judged.map(({ text }) => text)).size, judged.length)
  })

  t.test('danger is heard in what the words were fitted to', async t => {
    const figures = figuresOf(judged.filter(line => !isKeptAside(line)))
    t.comment(JSON.stringify(figures))
    t.ok(figures.urgentRecall >= 0.95)
    t.ok(figures.urgentPrecision >= 0.93) // the words alone 0.99; what the weights hear beside them costs a little here and wins by others' hands
    t.ok(figures.levelExact >= 0.85)
  })

  t.test('danger is heard in what was kept aside', async t => {
    const figures = figuresOf(judged.filter(isKeptAside))
    t.comment(JSON.stringify(figures))
    t.ok(figures.urgentRecall >= KEPT_ASIDE.recall)
    t.ok(figures.urgentPrecision >= KEPT_ASIDE.precision)
    t.ok(figures.levelWithinOne >= KEPT_ASIDE.levelWithinOne)
  })

  t.test('danger is heard in most of what another hand wrote', async t => {
    const figures = figuresOf(fresh)
    t.comment(JSON.stringify(figures))
    t.ok(figures.urgentRecall >= FRESH.recall)
    t.ok(figures.urgentPrecision >= FRESH.precision)
  })
})
