import type { Incident } from '@huiyin/schemas/incident.ts'
import t from 'tap'
import { decideIncident } from '../src/incidents/decide.ts'
import { incidentDueAt } from '../src/incidents/due.ts'
import { natureOf } from '../src/incidents/level.ts'
import { replayIncident } from '../src/incidents/replay.ts'
import { SHIPPED_INCIDENT_RULES as RULES } from '../src/settings/shipped/incident-rules.ts'
import { ANALYST, after, by, HOUR, LI, MINUTE, NOON, news, signal, text, ZHAO } from './incidents-fixtures.ts'

const looked = { type: 'looked', actor: ANALYST } as const
const calm = (at: number) => news(signal(40, { type: 'calm', at }))
const whys = ({ owes }: Incident) => owes.map(({ why }) => why)
const code = (of: string) => ({ code: of })

t.test('an incident opens', async t => {
  t.test('by a rise, and people are told once', async t => {
    const { incident, events } = after([[news(signal(10)), NOON]])
    t.match(incident, { state: 'open', level: 'blue', procedure: 'general', step: 10, title: '城东停水三天没人管' })
    t.same(whys(incident), ['opened'])
    t.same(
      events.map(({ type }) => type),
      ['incident.opened']
    )
  })

  t.test('with its level by nature, scale and trend', async t => {
    t.equal(after([[news(signal(10), { safety: 5 }), NOON]]).incident.level, 'yellow')
    t.equal(after([[news(signal(40), { safety: 20 }), NOON]]).incident.level, 'red', 'it grows')
    t.equal(after([[news(signal(40), { livelihood: 40 }), NOON]]).incident.level, 'orange')
    t.equal(natureOf(RULES, { looked: 100, tells: { safety: 1, livelihood: 60 } }), 'livelihood', 'one is no fifth')
    t.equal(natureOf(RULES, { looked: 0, tells: {} }), 'common')
  })

  t.test('never by what is calm', async t => {
    t.same(decideIncident(undefined, calm(NOON), { id: 'i1', now: NOON, rules: RULES }), {
      incident: undefined,
      events: []
    })
  })

  t.test('quietly when it is old: what it owes waits for the digest', async t => {
    const { incident } = after([[news(signal(10)), NOON + 3 * HOUR]])
    t.match(incident.owes, [{ why: 'opened', stale: true, urgent: false }])
    t.equal(incidentDueAt(incident, RULES), NOON + 3 * HOUR + MINUTE)
  })
})

t.test('an incident grows', async t => {
  t.test('and tells people at 10, 30 and 100 members, each step once', async t => {
    const told = [10, 12, 29, 30, 31, 99, 100].map(total => [news(signal(total)), NOON] as const)
    const { incident } = after(told, { rules: { ...RULES, scales: [{ scale: 'huge', comments: 1000 }] } })
    t.same(whys(incident), ['opened', 'step', 'step'])
    t.same(
      incident.owes.map(({ of }) => of),
      [undefined, '30', '100']
    )
  })

  t.test('and the same signal again, or one that is older, changes nothing', async t => {
    const { incident } = after([[news(signal(30)), NOON]])
    for (const again of [30, 12]) {
      const decided = decideIncident(incident, news(signal(again)), { id: 'i1', now: NOON + HOUR, rules: RULES })
      t.equal(decided.incident, incident)
      t.same(decided.events, [])
    }
  })

  t.test('and a subject that goes by another name is not counted twice', async t => {
    const { incident } = after([
      [news(signal(30)), NOON],
      [news(signal(33, { subject: 'anew' }), {}, 'water'), NOON]
    ])
    t.equal(incident.figures.comments, 33)
  })
})

t.test('the level', async t => {
  const major = after([
    [news(signal(30)), NOON],
    [news(signal(40, { observed: 40 }), { safety: 40 }), NOON]
  ])

  t.test('rises at once, and the plan begins with its deadlines of 5 and 24 hours', async t => {
    t.match(major.incident, { level: 'red', procedure: 'major' })
    t.same(
      major.incident.tracks.map(({ id, dueAt }) => [id, (dueAt - NOON) / HOUR]),
      [
        ['clarify', 48],
        ['inform', 5],
        ['brief', 24]
      ]
    )
    t.ok(major.incident.owes.at(-1)!.urgent)
  })

  t.test('falls only when a lower one was found for as long as the rules say', async t => {
    const falling = after([[calm(NOON + HOUR), NOON + HOUR]], { from: major })
    t.equal(falling.incident.level, 'red')
    t.equal(falling.incident.found, 'orange')
    t.equal(incidentDueAt({ ...falling.incident, owes: [], tracks: [] }, RULES), NOON + HOUR + RULES.lowerAfter)
    const soon = after([[looked, NOON + HOUR + RULES.lowerAfter - 1]], { from: falling })
    t.equal(soon.incident.level, 'red')
    const later = after([[looked, NOON + HOUR + RULES.lowerAfter]], { from: falling })
    t.equal(later.incident.level, 'orange')
    t.equal(later.incident.procedure, 'major', 'what was begun goes on')
  })

  t.test('that a person sets is raised by later growth only', async t => {
    const { lastTurn: seen } = major.incident
    const set = after([[by(ZHAO, { type: 'level', level: 'yellow', reason: '已核实', seen }), NOON]], { from: major })
    t.match(set.incident, { level: 'yellow', procedure: 'general' })
    t.ok(set.incident.steps.every(step => step.procedure === 'general' || step.state === 'skipped'))
    const steady = after([[news(signal(50, { observed: 40 }), { safety: 50 }), NOON]], { from: set })
    t.equal(steady.incident.level, 'yellow', 'the table found red before as well')
  })
})

t.test('a statement', async t => {
  const draft = by(LI, { type: 'statement.draft', kind: 'holding', title: '情况通报', text: text('s1') })
  const open = after([
    [news(signal(40), { safety: 40 }), NOON],
    [draft, NOON + MINUTE]
  ])
  const [statement] = open.incident.statements
  const seen = open.incident.lastTurn
  const approve = (who: typeof LI, hash = statement!.text.hash) =>
    by(who, { type: 'statement.approve', statement: statement!.id, hash, seen })

  t.test('is approved by a second person, in the very words that they saw', async t => {
    t.throws(() => after([[approve(LI), NOON]], { from: open }), code('NOT_ALLOWED'))
    t.throws(() => after([[approve(ZHAO, 'another'), NOON]], { from: open }), code('INCIDENT_STATE'))
    t.equal(after([[approve(ZHAO), NOON]], { from: open }).incident.statements[0]!.state, 'approved')
  })

  t.test('is published under its link, meets the track of five hours, and is confirmed by the post', async t => {
    const approved = after([[approve(ZHAO), NOON + HOUR]], { from: open })
    const publish = by(LI, {
      type: 'statement.publish',
      statement: statement!.id,
      published: { platform: 'weibo', account: 'city', link: 'https://weibo.com/1/abc' },
      seen: approved.incident.lastTurn
    })
    const published = after([[publish, NOON + 2 * HOUR]], { from: approved })
    t.equal(published.incident.tracks.find(({ id }) => id === 'inform')!.metAt, NOON + 2 * HOUR)
    t.equal(published.incident.steps.find(({ id }) => id === 'hold')!.state, 'done')
    t.equal(published.incident.statements[0]!.lookAt, NOON + 2 * HOUR + MINUTE)
    const post = { type: 'post.seen', actor: ANALYST, statement: statement!.id, at: NOON + 2 * HOUR - 5 } as const
    const confirmed = after(
      [
        [post, NOON + 3 * HOUR],
        [post, NOON + 4 * HOUR]
      ],
      { from: published }
    )
    t.match(confirmed.incident.statements[0], { state: 'confirmed', confirmed: { at: NOON + 2 * HOUR - 5 } })
    t.equal(confirmed.events.filter(({ data }) => data.state === 'confirmed').length, 1)
  })

  t.test('that nobody published by its deadline is told late, once', async t => {
    const late = after(
      [
        [looked, NOON + 5 * HOUR - 1],
        [looked, NOON + 5 * HOUR],
        [looked, NOON + 6 * HOUR]
      ],
      { from: open }
    )
    t.same(
      late.incident.owes.filter(({ why }) => why === 'late').map(({ of, urgent }) => [of, urgent]),
      [['inform', true]]
    )
  })
})

t.test('an incident is done', async t => {
  const start = after([[news(signal(40), { safety: 40 }), NOON]])
  const close = ({ incident }: typeof start) => by(ZHAO, { type: 'close', reason: '已办结', seen: incident.lastTurn })
  const steps = start.incident.steps.map(
    ({ id }) => [by(LI, { type: 'step', step: id, state: 'skipped', reason: '无需' }), NOON] as const
  )
  const review = ({ incident }: typeof start) =>
    by(ZHAO, {
      type: 'review',
      ...{ happened: text('a'), cause: text('b'), measures: text('c'), lessons: text('d') },
      seen: incident.lastTurn
    })

  t.test('when every step is done or skipped with a reason, and a major one was reviewed', async t => {
    t.throws(() => after([[close(start), NOON]], { from: start }), code('INCIDENT_STATE'))
    t.throws(() => after([[by(LI, { type: 'step', step: 'hold', state: 'skipped' }), NOON]], { from: start }), {
      message: /say why/
    })
    const stepped = after(steps, { from: start })
    t.throws(() => after([[close(stepped), NOON]], { from: stepped }), { message: /review/ })
    const reviewed = after([[review(stepped), NOON]], { from: stepped })
    const closed = after([[close(reviewed), NOON]], { from: reviewed })
    t.equal(closed.incident.state, 'closed')
    t.throws(() => after([[by(LI, { type: 'unmute' }), NOON]], { from: closed }), code('INCIDENT_CLOSED'))
  })

  t.test('and reopens by itself when as many come again as the first step', async t => {
    const stepped = after(steps, { from: start })
    const reviewed = after([[review(stepped), NOON]], { from: stepped })
    const closed = after([[close(reviewed), NOON]], { from: reviewed })
    t.equal(after([[news(signal(49)), NOON]], { from: closed }).incident.state, 'closed')
    const again = after([[news(signal(50)), NOON]], { from: closed })
    t.equal(again.incident.state, 'open')
    t.equal(again.incident.owes.at(-1)!.why, 'reopened')
  })
})

t.test('a false alarm stays silent until it has grown threefold', async t => {
  const start = after([[news(signal(12)), NOON]])
  const dismiss = by(ZHAO, { type: 'dismiss', reason: '刷屏', seen: start.incident.lastTurn })
  const dismissed = after([[dismiss, NOON]], { from: start })
  const grown = after([[news(signal(35)), NOON]], { from: dismissed })
  t.equal(grown.incident.state, 'dismissed')
  t.same(grown.incident.owes, [])
  t.equal(after([[news(signal(36)), NOON]], { from: grown }).incident.state, 'open')
})

t.test('while it is muted nobody is told, until a graver level is reached', async t => {
  const start = after([[news(signal(12)), NOON]])
  const muted = after([[by(LI, { type: 'mute', until: NOON + HOUR }), NOON]], { from: start })
  const grown = after([[news(signal(15)), NOON + MINUTE]], { from: muted })
  t.same(grown.incident.owes, [])
  t.ok(after([[news(signal(40), { safety: 40 }), NOON + MINUTE]], { from: grown }).incident.owes.length > 0)
})

t.test('a person who did not see the last turn is refused', async t => {
  const { incident } = after([[news(signal(12)), NOON]])
  const act = by(ZHAO, { type: 'level', level: 'red', reason: '', seen: 0 })
  t.throws(() => after([[act, NOON]], { from: { incident, events: [] } }), code('SOMEBODY_WAS_FASTER'))
})

t.test('the same act under the same key is done once, another under it is refused', async t => {
  const start = after([[news(signal(12)), NOON]])
  const note = by(LI, { type: 'note', text: text('n1') })
  const twice = after(
    [
      [note, NOON],
      [note, NOON + 1]
    ],
    { from: start }
  )
  t.equal(twice.incident.notes.length, 1)
  t.throws(() => after([[{ ...note, text: text('n2') } as never, NOON]], { from: twice }), code('KEY_REUSED'))
})

t.test('its events tell how it stood after each of them', async t => {
  const { incident, events } = after([
    [news(signal(12)), NOON],
    [news(signal(30)), NOON + HOUR],
    [news(signal(40), { safety: 60 }), NOON + 2 * HOUR],
    [calm(NOON + 30 * HOUR), NOON + 30 * HOUR]
  ])
  const all = replayIncident(events)!
  t.match(all, { n: incident.n, state: incident.state, level: incident.level, figures: { comments: 40, negative: 20 } })
  t.same(
    all.curve.map(({ comments }) => comments),
    [12, 30, 40, 40]
  )
  t.match(replayIncident(events.slice(0, 1)), { level: 'blue', state: 'open', figures: { comments: 12 } })
})
