import { INDICATORS, INDICATORS_OF, SUBJECT_KINDS } from '@huiyin/schemas/appraisal-names.ts'
import { group, type Shape } from '../shape/shape.ts'
import { houseSetting } from './house-setting.ts'
import * as piece from './pieces.ts'

const { field, called } = piece

const points: Shape = { as: 'number', min: 0, max: 100, step: 0.01, unit: 'field.points' }
const days = piece.number(1, 3660, 'field.day-count')

const weights = group(
  ...SUBJECT_KINDS.map(kind =>
    called(
      kind,
      `field.subject.${kind}`,
      group(
        ...INDICATORS_OF[kind].map(name =>
          called(name, `field.indicator.${name}`, piece.number(0, 100, 'field.percent'))
        )
      )
    )
  )
)

const curve: Shape = {
  ...{ as: 'rows', least: 2, most: 20, inline: true, ordered: true },
  of: group(
    called('at', 'field.curve-at', { as: 'number', min: 0, max: 1_000_000_000, step: 0.0001 }),
    called('points', 'field.curve-points', points)
  )
}

const violations: Shape = {
  ...{ as: 'rows', least: 1, most: 10, ordered: true },
  title: (one: { zh: string; en: string; points: number }) => `${piece.inLanguage(one)} · −${one.points}`,
  of: group(
    called('id', 'field.short-name', { as: 'text', max: 40, form: /^[a-z][a-z0-9-]{0,39}$/ }),
    field('zh', piece.text(60)),
    field('en', piece.text(60)),
    called('points', 'field.deducted', points)
  )
}

const register = group(
  field('countedDays', days, { hint: 'field.countedDays-hint' }),
  called('violations', 'field.violations', violations, { hint: 'field.violations-hint' }),
  called(
    'incidents',
    'field.security-incidents',
    group(
      called('minor', 'field.grave.minor', points),
      called('serious', 'field.grave.serious', points),
      called('grave', 'field.grave.grave', points)
    )
  ),
  field('reward', points),
  called(
    'training',
    'field.training',
    group(called('perHour', 'field.per-hour', points), called('most', 'field.at-most', points))
  ),
  field('appealWithin', piece.number(1, 60, 'field.workdays')),
  field('answerWithin', piece.number(1, 60, 'field.workdays'))
)

export const APPRAISAL_RULES = houseSetting(
  'appraisal-rules',
  group(
    called(
      'bands',
      'field.bands',
      group(
        called('excellent', 'field.band.excellent', points),
        called('good', 'field.band.good', points),
        called('pass', 'field.band.pass', points)
      )
    ),
    called('weights', 'field.weights', weights, { hint: 'field.weights-hint' }),
    called(
      'most',
      'field.register-most',
      group(called('bonus', 'field.bonus', points), called('deduction', 'field.deducted', points))
    ),
    field('settleDays', piece.number(0, 92, 'field.day-count'), { hint: 'field.settleDays-hint' }),
    field('objectWithin', piece.number(1, 60, 'field.workdays')),
    called(
      'least',
      'field.least',
      group(
        field('ratedPosts', piece.number(1, 1000)),
        field('cases', piece.number(1, 1000)),
        field('voices', piece.number(1, 1000))
      ),
      { hint: 'field.least-hint' }
    ),
    called(
      'sample',
      'field.rating-sample',
      group(field('perAccount', piece.number(1, 200)), field('seed', piece.text(100), { hint: 'field.seed-hint' }))
    ),
    called('register', 'field.register', register),
    called(
      'proposes',
      'field.proposes',
      group(
        field('unansweredHours', piece.number(1, 720, 'field.hour-count')),
        field('silentDays', piece.number(1, 366, 'field.day-count')),
        field('bounces', piece.number(2, 10, 'field.times'))
      ),
      { hint: 'field.proposes-hint' }
    ),
    called('curves', 'field.curves', group(...INDICATORS.map(name => called(name, `field.indicator.${name}`, curve))), {
      hint: 'field.curves-hint'
    })
  )
)

const term: Shape = { as: 'term' }

export const RETENTION = houseSetting(
  'retention',
  group(
    called(
      'terms',
      'field.terms',
      group(
        called('publications', 'field.archive.publications', term),
        called('replies', 'field.archive.replies', term),
        called('reports', 'field.archive.reports', term),
        called('training', 'field.archive.training', term)
      ),
      { hint: 'field.terms-hint' }
    )
  )
)
