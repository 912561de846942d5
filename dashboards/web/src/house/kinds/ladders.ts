import type { LadderRow } from '@huiyin/schemas/api-rules.ts'
import type { Ladder } from '@huiyin/schemas/ladder.ts'
import { api, told } from '../../data/http.ts'
import { serverNow } from '../../data/server-time.ts'
import { t } from '../../language.ts'
import { lengthOf } from '../../time.ts'
import type { Kept, Kind } from '../kind.ts'
import { timed } from '../settings-data.ts'
import { group, type Shape } from '../shape/shape.ts'
import * as piece from './pieces.ts'
import { ofVersion } from './versions.ts'

const { field, called } = piece

const TRIGGERS = [
  ...(['approaching', 'breached', 'risk-rose', 'urgent', 'dispatched'] as const),
  ...(['unsigned-dispatch', 'reported-upward', 'supervised', 'reopened-often', 'incident-rising'] as const)
] as const

const rungs: Shape = {
  ...{ as: 'rows', least: 1, most: 20, ordered: true },
  title: ({ after }: Ladder['rungs'][number]) =>
    after > 0 ? t('house.rung-after', { after: lengthOf(after) }) : t('house.rung-first'),
  of: group(
    field('after', piece.length(0)),
    called('to', 'field.to-whom', piece.ladderTargets),
    called('by', 'field.by-channels', { as: 'refs', from: 'channels' }, { hint: 'field.by-channels-hint' }),
    field(
      'repeat',
      group(
        field('every', piece.length()),
        called('times', 'field.times-most', piece.number(1, 100), { optional: true })
      ),
      { optional: true }
    ),
    field('untilAcknowledged', piece.flag, { hint: 'field.untilAcknowledged-hint' })
  )
}

const SHAPE = group(
  called('for', 'field.for-what', piece.some('field.trigger', TRIGGERS)),
  called('urgent', 'field.urgency', {
    as: 'one',
    of: [
      { value: true, word: 'field.urgent.true' },
      { value: false, word: 'field.urgent.false' }
    ]
  }),
  field('effectiveFrom', piece.when, { hint: 'field.effectiveFrom-hint' }),
  field('keepsQuietHours', piece.flag),
  field('rungs', rungs, { hint: 'field.rungs-hint' })
)

/** What a ladder is climbed for. */
export const nameOfLadder = ({ urgent, for: kinds }: Pick<Ladder, 'urgent' | 'for'>): string =>
  `${t(`field.urgent.${urgent}`)} · ${kinds.map(kind => t(`field.trigger.${kind}`)).join(t('facts.and'))}`

const keptOf = ({ inForce, shipped, problems, ...ladder }: LadderRow, now: number): Kept => ({
  ...ofVersion(ladder, { inForce, shipped, now }),
  id: `${ladder.id}@${ladder.version}`,
  revised: ladder.id,
  title: nameOfLadder(ladder),
  note: rungsOf(ladder),
  value: ladder,
  problems
})

/** Whom a ladder tells when, in a line. */
const rungsOf = ({ rungs }: Ladder): string =>
  rungs
    .map(({ after, to }) => {
      const whom = [...new Set(to.map(({ kind }) => t(`field.target.${kind}`)))].join(t('facts.and'))
      return `${after > 0 ? t('house.rung-after', { after: lengthOf(after) }) : t('house.rung-first')} ${whom}`
    })
    .join(' → ')

const fromNow = (value: unknown): Ladder => {
  const ladder = value as Ladder
  return { ...ladder, effectiveFrom: Math.max(ladder.effectiveFrom, serverNow()) }
}

const inForceFirst = (one: Kept, other: Kept) => Number(one.isPast ?? false) - Number(other.isPast ?? false)

export const LADDERS: Kind = {
  what: 'ladders',
  read: 'rules.read',
  configure: 'rules.configure',
  shape: SHAPE,
  known: ['persons', 'rosters', 'departments', 'channels'],
  list: async () => {
    const { rows, now } = timed(await told(api.GET('/api/ladders')))
    return rows.map(row => keptOf(row as LadderRow, now)).sort(inForceFirst)
  },
  blank: (all, now) => ({
    ...{
      id: piece.freeId(
        'ladder',
        laddersOf(all).map(({ id }) => id)
      ),
      version: '1',
      effectiveFrom: now
    },
    ...{ for: ['breached'], urgent: false, keepsQuietHours: true },
    rungs: [{ after: 0, to: [{ kind: 'department-head' }], by: [], untilAcknowledged: true }]
  }),
  begin: ({ value }, all, now) => {
    const ladder = value as Ladder
    const those = laddersOf(all).filter(({ id }) => id === ladder.id)
    return { ...ladder, version: piece.nextVersion(those, 'v'), effectiveFrom: now }
  },
  save: value => {
    const body = fromNow(value)
    return told(api.PUT('/api/ladders/{id}', { params: { path: { id: body.id } }, body }))
  }
}

const laddersOf = (all: readonly Kept[]) => all.map(({ value }) => value as Ladder)
