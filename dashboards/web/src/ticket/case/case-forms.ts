import type { DispatchView, TicketView } from '@huiyin/schemas/api.ts'
import type { Ask } from '@huiyin/schemas/ticket.ts'
import { segment } from '../../data/acts.ts'
import { type Field, type FormSpec, namesIn } from '../../form/spec.ts'
import { t } from '../../language.ts'
import { clockTime } from '../../time.ts'

/** What the acts on a case need to be told. */

const DAY = 24 * 3_600_000

const words = (name: string, label: string, max: number): Field => ({ as: 'lines', name, label, max })

const department = (initial: string | undefined, but?: string): Field => ({
  as: 'department',
  name: 'department',
  label: t('case.department'),
  ...(initial !== undefined && { initial }),
  ...(but !== undefined && { but })
})

export const dispatchForm = (view: TicketView): FormSpec => ({
  id: 'dispatch',
  title: t('act.dispatch-title'),
  hint: t('act.dispatch-hint'),
  submit: t('act.dispatch'),
  fields: [
    department(view.department),
    { as: 'department', name: 'assisting', label: t('case.assisting'), several: true, optional: true },
    words('request', t('dispatch.request'), 2000)
  ],
  act: ({ department = '', assisting, request = '' }) => ({
    kind: 'dispatches',
    body: { department, ...(assisting && { assisting: namesIn(assisting) }), request }
  })
})

export const resultForm = ({ id }: DispatchView): FormSpec => ({
  id: `result/${id}`,
  title: t('act.result-title'),
  hint: t('act.result-hint'),
  submit: t('act.result'),
  fields: [words('text', t('act.result-title'), 2000)],
  act: ({ text = '' }) => ({ kind: `dispatches/${segment(id)}/return`, body: { text } })
})

type Bounces = { times: number; most: number | undefined; now: number }

/** `times`: how often it was sent back; `most`: how often it may be. */
export const bounceForm = (dispatch: DispatchView, { times, most, now }: Bounces): FormSpec => ({
  id: `bounce/${dispatch.id}`,
  title: t('act.bounce-title'),
  hint:
    most === undefined || dispatch.bounceUntil === undefined
      ? t('act.bounce-hint-open', { times })
      : t('act.bounce-hint', { until: clockTime(dispatch.bounceUntil, now), times, most }),
  submit: t('act.bounce'),
  fields: [
    words('grounds', t('bounce.grounds'), 2000),
    { as: 'department', name: 'proposes', label: t('bounce.proposes'), but: dispatch.department }
  ],
  act: ({ grounds = '', proposes = '' }) => ({
    kind: `dispatches/${segment(dispatch.id)}/bounce`,
    body: { grounds, proposes }
  })
})

export const takeBackForm = ({ id }: DispatchView): FormSpec => ({
  id: `take-back/${id}`,
  title: t('act.take-back-title'),
  submit: t('act.take-back'),
  fields: [{ as: 'line', name: 'reason', label: t('act.take-back-title'), max: 500 }],
  act: ({ reason = '' }) => ({ kind: `dispatches/${segment(id)}/withdraw`, body: { reason } })
})

export const ruleForm = ({ dispatches }: TicketView): FormSpec => ({
  id: 'rule',
  title: t('act.rule-title'),
  hint: t('act.rule-hint'),
  submit: t('act.rule'),
  fields: [
    department([...dispatches].reverse().find(({ bounce }) => bounce)?.bounce?.proposes),
    words('grounds', t('rule.grounds'), 2000)
  ],
  act: ({ department = '', grounds = '' }) => ({ kind: 'rule', body: { department, grounds } })
})

export const transferForm = (view: TicketView): FormSpec => ({
  id: 'transfer',
  title: t('act.transfer-title'),
  hint: t('act.transfer-hint'),
  submit: t('act.transfer'),
  fields: [department(undefined, view.department), { as: 'line', name: 'reason', label: t('case.reason'), max: 500 }],
  act: ({ department = '', reason = '' }) => ({ kind: 'transfer', body: { department, reason } })
})

/** `instruction`: a leader's. */
export const superviseForm = (view: TicketView, now: number, instruction: boolean): FormSpec => ({
  id: instruction ? 'instruct' : 'supervise',
  title: t(instruction ? 'act.instruct-title' : 'act.supervise-title'),
  submit: t(instruction ? 'act.instruct' : 'act.supervise'),
  fields: [
    words('text', t(instruction ? 'act.instruct-title' : 'act.supervise-title'), 2000),
    { ...department(view.department), name: 'owner', label: t('supervise.owner') },
    { as: 'when', name: 'due', label: t('supervise.due'), initial: String(now + DAY), from: now }
  ],
  act: ({ text = '', owner = '', due }) => ({
    kind: 'supervisions',
    body: { text, owner, dueAt: Number(due), instruction }
  })
})

export function askForm(view: TicketView, kind: Ask['kind']): FormSpec {
  const close = view.clocks.find(clock => clock.kind === 'close' && clock.stoppedAt === undefined)
  return {
    id: `ask/${kind}`,
    title: t(`ask.do.${kind}`),
    hint: t(`ask.hint.${kind}`),
    submit: t(`ask.do.${kind}`),
    fields: [
      ...(kind === 'extend'
        ? [
            {
              as: 'when',
              name: 'until',
              label: t('ask.until'),
              ...(close && { from: close.dueAt, initial: String(close.dueAt + 5 * DAY) })
            } as const
          ]
        : []),
      words('reason', t('case.reason'), 2000)
    ],
    act: ({ reason = '', until }) => ({
      kind: 'asks',
      body: { kind, reason, ...(until !== undefined && { until: Number(until) }) }
    })
  }
}
